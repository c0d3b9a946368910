package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.indices.add_block.IndicesBlockOptions;
import org.opensearch.client.opensearch.indices.get_mapping.IndexMappingRecord;
import org.opensearch.client.opensearch.indices.update_aliases.Action;
import shop.catalog.search.OpenSearchCall.Status;

/// The indexes of products that there are: the one that serves, behind the alias, and those beside it.
///
/// All methods throw [IndexAway], and may be called again after that.
@ApplicationScoped
class ProductIndices {

    /// What has any other name is not ours to delete.
    private static final Pattern OURS = Pattern.compile("products-v\\d+(-\\d{8}-\\d{9})?");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);

    private final OpenSearchClient client;
    private final IndexDefinition definition;
    private final Clock clock;

    ProductIndices(OpenSearchConnection connection, IndexDefinition definition, Clock clock) {
        client = connection.patientClient();
        this.definition = definition;
        this.clock = clock;
    }

    /// A name that no index has yet: `products-v2-20261128-105227845`.
    String nextName() {
        return name(definition.version(), clock.instant());
    }

    /// The same for an index that is not whole: `products-v0-20261128-105227845`.
    String nextSpare() {
        return name(IndexDefinition.NOT_WHOLE, clock.instant());
    }

    /// What is behind the alias: one, if nothing went wrong.
    Set<String> serving() {
        return versionsOfServing().keySet();
    }

    /// Whether one serves that is whole, and not older than this code defines it.
    boolean areUpToDate() {
        var versions = versionsOfServing();
        return versions.size() == 1 && versions.values().stream().allMatch(it -> it >= definition.version());
    }

    /// Gives what serves the fields that it was made without, where they do not contradict those that it has.
    void extendServing() {
        var versions = versionsOfServing();
        if (versions.isEmpty()) {
            throw new IndexAway("There is no index yet", null);
        }
        for (var index : versions.entrySet()) {
            if (index.getValue() <= definition.version()) {
                extend(index.getKey(), index.getValue() == definition.version());
            }
        }
    }

    /// Throws [IndexAway] where they contradict, as nothing else would make people look.
    ///
    /// @param same whether the index should have the same fields; an older one may contradict, and is rebuilt
    void extend(String index, boolean same) {
        try {
            JsonBody.put(client, index + "/_mapping", definition.fields());
        } catch (IllegalStateException e) {
            if (same) {
                throw new IndexAway(e.getMessage(), e);
            }
        }
    }

    /// Makes an empty index serve if none does, so that nobody waits for one to be filled.
    void ensureOneServes(String spare) {
        if (serving().isEmpty()) {
            JsonBody.put(client, spare, definition.notWhole());
        }
    }

    /// Makes an index that does not serve yet, and is not whole until [#declareWhole].
    void createBeside(String index) {
        JsonBody.put(client, index, definition.filling());
    }

    /// Makes an index that was filled ready to serve.
    void furnish(String index) {
        JsonBody.put(client, index + "/_settings", definition.whenServing());
        refresh(index);
    }

    /// The index has all that was said to those before it. Until then one that serves is to be rebuilt, whatever stops
    /// the rebuild that made it.
    void declareWhole(String index) {
        JsonBody.put(client, index + "/_mapping", definition.whole());
    }

    /// Shows searches all that was written so far.
    void refresh(String index) {
        OpenSearchCall.answerOf(() -> client.indices().refresh(it -> it.index(index)));
    }

    /// Lets an index serve in place of those that did, at one moment.
    void replace(Set<String> old, String index) {
        var actions = new ArrayList<Action>();
        old.forEach(it -> actions.add(remove(it)));
        actions.add(Action.of(it -> it.add(add -> add.index(index).alias(ProductIndex.ALIAS))));
        OpenSearchCall.answerOf(() -> client.indices().updateAliases(it -> it.actions(actions)));
    }

    /// When this returns, no write that is under way, and none that comes, changes the index any more.
    void refuseWrites(String index) {
        var answer = OpenSearchCall.answerOf(
                () -> client.indices().addBlock(it -> it.index(index).block(IndicesBlockOptions.Write)));
        if (!answer.shardsAcknowledged()) {
            throw new IndexAway("Not all shards of %s refuse to be written to yet".formatted(index), null);
        }
    }

    void delete(Collection<String> indices) {
        if (!indices.isEmpty()) {
            var names = List.copyOf(indices);
            OpenSearchCall.answerOf(
                    () -> client.indices().delete(it -> it.index(names).ignoreUnavailable(true)));
        }
    }

    /// Deletes what does not serve: half built by somebody who was stopped, or replaced and left.
    void deleteOthers() {
        var all = OpenSearchCall.answerOf(() -> client.indices().getAlias(it -> it.index("products-v*")));
        delete(all.result().entrySet().stream()
                .filter(it -> OURS.matcher(it.getKey()).matches())
                .filter(it -> !it.getValue().aliases().containsKey(ProductIndex.ALIAS))
                .map(Map.Entry::getKey)
                .toList());
    }

    private Map<String, Integer> versionsOfServing() {
        return OpenSearchCall.answerOf(() -> {
            try {
                return client.indices().getMapping(it -> it.index(ProductIndex.ALIAS)).result().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, it -> versionOf(it.getValue())));
            } catch (OpenSearchException e) {
                if (e.status() == Status.NOT_FOUND) {
                    return Map.of();
                }
                throw e;
            }
        });
    }

    /// The first ones did not say their version.
    private static int versionOf(IndexMappingRecord index) {
        var version = index.mappings().meta().get("version");
        return version == null ? 1 : version.to(Integer.class);
    }

    private static String name(int version, Instant time) {
        return "products-v%d-%s".formatted(version, TIME.format(time));
    }

    private static Action remove(String index) {
        return Action.of(it -> it.remove(
                remove -> remove.index(index).alias(ProductIndex.ALIAS).mustExist(false)));
    }
}
