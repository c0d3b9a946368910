package shop.local.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A catalogue without end, with the skew of a real shop's: few categories, brands, words and products are met far
/// more often than the others.
///
/// A product depends on the seed and its own number alone. So the first 10,000 are the same however many there are,
/// and each can be made without those before it.
public record Catalogue(long seed) {

    /// Far apart and odd, so that no two products draw the same numbers.
    private static final long BY_SEED = 0x2545F4914F6CDD1DL;

    private static final long BY_NUMBER = 0xD1342543DE82EF95L;
    private static final double POPULARITY_EXPONENT = 1.1;
    private static final double POPULARITY_SCALE = 20;
    private static final long MOST_POPULAR = 10_000_000;

    private static final Ranked<Integer> MODEL_NUMBERS =
            Ranked.of(IntStream.rangeClosed(1, 99).boxed().toList(), 0.6);
    private static final List<Naming> NAMINGS = Stream.of(Department.values())
            .map(it -> new Naming(Vocabulary.of(it), MODEL_NUMBERS))
            .toList();

    /// The id of the product with this number, without making it.
    public String productId(long number) {
        return "gen%d-%08d".formatted(seed, number);
    }

    /// @param number from 0
    public GeneratedProduct product(long number) {
        var random = new SplittableRandom(seed * BY_SEED + number * BY_NUMBER);
        var naming = NAMINGS.get(Department.at(random.nextInt(100)).ordinal());
        var words = naming.words();
        var brand = words.brands().rank(random);
        var kind = words.kinds().pick(random);
        var attributes = attributes(words, kind, random);
        return new GeneratedProduct(
                productId(number),
                naming.name(brand, kind, attributes, random),
                random.nextInt(100) < 60 ? naming.description(kind, random) : null,
                words.brands().values().get(brand),
                words.department().name(),
                Price.around(kind.usualPrice(), random),
                popularity(random),
                attributes);
    }

    private static Map<String, String> attributes(Vocabulary words, Kind kind, RandomGenerator random) {
        var attributes = new LinkedHashMap<String, String>();
        words.attributes().forEach((name, values) -> {
            if (random.nextInt(100) < 70) {
                attributes.put(name, values.pick(random));
            }
        });
        kind.sizes().ifPresent(it -> attributes.put("size", it.pick(random)));
        return attributes;
    }

    /// A power law: most are hardly wanted, and a few by everybody.
    private static long popularity(RandomGenerator random) {
        var times = StrictMath.pow(1 - random.nextDouble(), -1 / POPULARITY_EXPONENT) - 1;
        return Math.min((long) (POPULARITY_SCALE * times), MOST_POPULAR);
    }
}
