package shop.catalog.search;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.local.catalogue.Catalogue;

/// Products as a real shop has them, with what others say of them: reviewers, inventory.
///
/// @param words of each, by its id
record SampleProducts(List<ProductDocument> all, Map<String, Set<String>> words) {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SEED = 1;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}.,'_]+");

    /// @param mark the currency of all, which no other product has
    static SampleProducts of(int count, String mark) {
        var catalogue = new Catalogue(SEED);
        var all = IntStream.range(0, count)
                .mapToObj(it -> product(catalogue, it, mark))
                .toList();
        return new SampleProducts(
                all, all.stream().collect(toMap(ProductDocument::productId, SampleProducts::wordsOf)));
    }

    /// One or two words of the product, the last one perhaps only begun.
    String wordsToAsk(ProductDocument product) {
        var known = wordsOf(product).stream()
                .filter(it -> it.matches("[a-z]{3,}"))
                .sorted()
                .toList();
        var random = new SplittableRandom(product.productId().hashCode());
        var last = known.get(random.nextInt(known.size()));
        var cut = random.nextBoolean() ? last : last.substring(0, 2 + random.nextInt(last.length() - 1));
        return random.nextBoolean() ? cut : known.get(random.nextInt(known.size())) + " " + cut;
    }

    /// True if the product has the words, the last of which may be the beginning of one.
    boolean have(ProductDocument product, String text) {
        var asked = List.of(text.split(" "));
        var known = Objects.requireNonNull(words.get(product.productId()));
        return known.containsAll(asked.subList(0, asked.size() - 1))
                && known.stream().anyMatch(it -> it.startsWith(asked.getLast()));
    }

    private static Set<String> wordsOf(ProductDocument product) {
        return Stream.of(product.name(), product.brand(), product.category(), product.description())
                .filter(Objects::nonNull)
                .flatMap(NO_WORD::splitAsStream)
                .map(it -> it.toLowerCase(Locale.ROOT).replaceAll("^[.,']+|[.,']+$", ""))
                .collect(toSet());
    }

    private static ProductDocument product(Catalogue catalogue, int number, String mark) {
        var generated = catalogue.product(number);
        var random = new SplittableRandom(number);
        return new ProductDocument(
                mark + generated.productId(),
                1,
                random.nextInt(50) == 0 ? "DISCONTINUED" : "ACTIVE",
                generated.name(),
                generated.description(),
                generated.brand(),
                generated.category(),
                generated.price(),
                mark,
                generated.popularity(),
                generated.attributes(),
                rating(random),
                0,
                random.nextInt(5) > 0,
                List.of(),
                soldIn(random),
                BEGIN.plusSeconds(random.nextInt(1_000_000)),
                BEGIN);
    }

    private static @Nullable BigDecimal rating(SplittableRandom random) {
        return random.nextInt(5) < 2 ? BigDecimal.valueOf(random.nextInt(100, 501), 2) : null;
    }

    private static @Nullable List<String> soldIn(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> List.of("EU");
            case 1 -> List.of("US", "ASIA");
            default -> null;
        };
    }
}
