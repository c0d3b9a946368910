package shop.local.catalogue;

import java.util.Map;
import java.util.Optional;

/// What a product is, as `Keyboard`.
///
/// @param usualPrice in USD: half of its kind cost less
/// @param sizes that it comes in, if it comes in several
record Kind(String noun, double usualPrice, Optional<Ranked<String>> sizes) {

    /// Reads `Monitor:259:inches`, or `Mouse:29`.
    static Kind read(String text, Map<String, Ranked<String>> sizes) {
        var parts = text.split(":");
        return new Kind(
                parts[0],
                Double.parseDouble(parts[1]),
                parts.length < 3 ? Optional.empty() : Optional.ofNullable(sizes.get(parts[2])));
    }
}
