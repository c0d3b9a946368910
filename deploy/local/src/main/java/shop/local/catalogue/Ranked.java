package shop.local.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Things of which some are met far more often than others: the one at rank r in proportion to 1 / r^exponent, which
/// is Zipf's law.
///
/// @param upTo what share of the picks falls on a thing or on one before it
record Ranked<T>(List<T> values, double[] upTo) {

    /// @param values the most frequent first
    static <T> Ranked<T> of(List<T> values, double exponent) {
        var upTo = new double[values.size()];
        for (int i = 0; i < upTo.length; i++) {
            upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + StrictMath.pow(i + 1, -exponent);
        }
        var sum = upTo[upTo.length - 1];
        Arrays.setAll(upTo, it -> upTo[it] / sum);
        return new Ranked<>(List.copyOf(values), upTo);
    }

    T pick(RandomGenerator random) {
        return values.get(rank(random));
    }

    /// From 0, the most frequent.
    int rank(RandomGenerator random) {
        var found = Arrays.binarySearch(upTo, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
    }
}
