package shop.load.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import shop.load.measure.Json;
import shop.load.measure.Wait;

/// Copies of the index's first products, alike but for where documents lie: all in one shard, spread over two by their
/// ids, or all of a category in one of two.
record Routing(Json openSearch) {

    static final String ONE_SHARD = "routing-one-shard";
    static final String BY_ID = "routing-by-id";
    static final String BY_CATEGORY = "routing-by-category";

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final List<String> NOT_TO_COPY =
            List.of("uuid", "creation_date", "provided_name", "version", "resize", "blocks");

    /// Makes all, each with one segment a shard.
    ///
    /// @param last the greatest id that is copied
    void copy(String last) {
        copy(last, ONE_SHARD, 1, "");
        copy(last, BY_ID, 2, "");
        copy(last, BY_CATEGORY, 2, ", \"script\": {\"source\": \"ctx._routing = ctx._source.category\"}");
    }

    void delete() {
        openSearch.delete("/%s,%s,%s?ignore_unavailable=true".formatted(ONE_SHARD, BY_ID, BY_CATEGORY));
    }

    /// As `shard 0: 1,234, shard 1: 2,345`.
    String documentsByShard(String index) {
        var shards = openSearch
                .get("/_cat/shards/" + index + "?format=json&h=shard,docs,prirep&s=shard")
                .expectSuccess()
                .body();
        return StreamSupport.stream(shards.spliterator(), false)
                .filter(it -> it.path("prirep").asText().equals("p"))
                .map(it -> "shard %s: %,d"
                        .formatted(it.path("shard").asText(), it.path("docs").asLong()))
                .collect(Collectors.joining(", "));
    }

    private void copy(String last, String target, int shards, String script) {
        var source = openSearch
                .get("/products")
                .expectSuccess()
                .body()
                .properties()
                .iterator()
                .next();
        openSearch
                .send("PUT", "/" + target, definition(source.getValue(), shards))
                .expectSuccess();
        var task = openSearch
                .send("POST", "/_reindex?wait_for_completion=false", """
                        {"source": {"index": "%s", "size": 2000, "query": {"range": {"productId": {"lte": "%s"}}}},
                         "dest": {"index": "%s"}%s}""".formatted(
                                source.getKey(), last, target, script))
                .expectSuccess()
                .body()
                .path("task")
                .asText();
        if (!Wait.until(() -> isDone(task), PATIENCE)) {
            throw new IllegalStateException("Copying the index takes too long");
        }
        openSearch.send("POST", "/" + target + "/_refresh", "").expectSuccess();
        merge(target);
    }

    private boolean isDone(String task) {
        return openSearch
                .get("/_tasks/" + task)
                .expectSuccess()
                .body()
                .path("completed")
                .asBoolean();
    }

    /// May take longer than a client waits for an answer.
    private void merge(String target) {
        openSearch
                .send("POST", "/" + target + "/_forcemerge?max_num_segments=1&wait_for_completion=false", "")
                .expectSuccess();
        Wait.until(() -> segments(target) == shards(target), PATIENCE);
    }

    private int segments(String target) {
        return stats(target).at("/segments/count").asInt();
    }

    private int shards(String target) {
        return openSearch
                .get("/" + target + "/_stats/docs")
                .expectSuccess()
                .body()
                .at("/_shards/successful")
                .asInt();
    }

    private JsonNode stats(String target) {
        return openSearch
                .get("/" + target + "/_stats/segments")
                .expectSuccess()
                .body()
                .at("/_all/primaries");
    }

    private static String definition(JsonNode index, int shards) {
        var settings = (ObjectNode) index.at("/settings/index");
        settings.remove(NOT_TO_COPY);
        settings.put("number_of_shards", shards).put("number_of_replicas", 0);
        var definition = Json.MAPPER.createObjectNode();
        definition.set("settings", Json.MAPPER.createObjectNode().set("index", settings));
        definition.set("mappings", index.path("mappings"));
        return definition.toString();
    }
}
