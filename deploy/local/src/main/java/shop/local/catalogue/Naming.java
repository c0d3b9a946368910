package shop.local.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/// How products are called and described.
///
/// @param modelNumbers in tens; those of one series begin with the same two letters
record Naming(Vocabulary words, Ranked<Integer> modelNumbers) {

    private static final int LETTERS = 26;
    /// A brand uses so many of the series' names.
    private static final int SERIES_OF_A_BRAND = 12;

    /// As `Cormarix Voltera VK740 Wireless Keyboard, black`, or as `The Last Garden of Voltera: A Novel`.
    ///
    /// @param brand its rank
    String name(int brand, Kind kind, Map<String, String> attributes, RandomGenerator random) {
        return words.genres().isEmpty() ? goods(brand, kind, attributes, random) : title(kind, random);
    }

    private String goods(int brand, Kind kind, Map<String, String> attributes, RandomGenerator random) {
        var name = new StringBuilder(words.brands().values().get(brand));
        var series = (brand * 7 + random.nextInt(SERIES_OF_A_BRAND))
                % words.series().values().size();
        if (chance(75, random)) {
            name.append(' ').append(words.series().values().get(series));
        }
        if (chance(55, random)) {
            name.append(' ').append(modelNumber(series, random));
        }
        if (chance(85, random)) {
            name.append(' ').append(words.modifiers().pick(random));
        }
        name.append(' ').append(kind.noun());
        attributes.forEach((attribute, value) -> {
            if (!attribute.equals("material")) {
                name.append(", ").append(value);
            }
        });
        return name.toString();
    }

    private String modelNumber(int series, RandomGenerator random) {
        var first = (char) ('A' + series % LETTERS);
        var second = (char) ('A' + series / LETTERS % LETTERS);
        return "" + first + second + 10 * modelNumbers.pick(random);
    }

    private String title(Kind kind, RandomGenerator random) {
        var title = new StringBuilder(chance(60, random) ? "The " : "")
                .append(words.modifiers().pick(random))
                .append(' ')
                .append(kind.noun());
        if (chance(65, random)) {
            title.append(" of ").append(words.series().pick(random));
        }
        return title.append(": ")
                .append(words.genres().get(random.nextInt(words.genres().size())))
                .toString();
    }

    String description(Kind kind, RandomGenerator random) {
        var features = words.features().values();
        var feature = words.features().rank(random);
        var another = (feature + 1 + random.nextInt(features.size() - 1)) % features.size();
        return "%s %s %s, with %s and %s."
                .formatted(
                        words.modifiers().pick(random),
                        kind.noun().toLowerCase(Locale.ROOT),
                        words.purposes().pick(random),
                        features.get(feature),
                        features.get(another));
    }

    private static boolean chance(int percent, RandomGenerator random) {
        return random.nextInt(100) < percent;
    }
}
