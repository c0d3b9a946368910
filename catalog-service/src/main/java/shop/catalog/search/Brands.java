package shop.catalog.search;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch.core.SearchRequest;

/// How brands are spelled. They are counted and compared with their letters folded (no case, no accents), and shown as
/// their most popular product spells them.
@ApplicationScoped
class Brands {

    private static final String FOLDED = "brand.folded";

    private final ProductIndex index;
    private final LoadingCache<String, String> spellings = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build(CacheLoader.<String, String>bulk(this::read));

    Brands(ProductIndex index) {
        this.index = index;
    }

    /// The brands in the order given, spelled. Throws [IndexAway].
    List<String> spelled(List<String> folded) {
        var known = spellings.getAll(folded);
        return folded.stream().map(it -> known.getOrDefault(it, it)).toList();
    }

    /// One product of each.
    private Map<String, String> read(Set<? extends String> folded) {
        var values = folded.stream().map(it -> FieldValue.of((String) it)).toList();
        var found = index.search(SearchRequest.of(request -> request.index(ProductIndex.ALIAS)
                .query(Clauses.all(ProductIndex.onOffer(), Clauses.anyOf(FOLDED, values)))
                .collapse(it -> it.field(FOLDED))
                .sort(Sorting.MOST_POPULAR.options())
                .size(values.size())
                .allowPartialSearchResults(false)));
        return found.hits().hits().stream()
                .collect(Collectors.toMap(
                        it -> Objects.requireNonNull(it.fields().get(FOLDED)).to(String[].class)[0],
                        it -> Objects.requireNonNull(
                                Objects.requireNonNull(it.source()).brand())));
    }
}
