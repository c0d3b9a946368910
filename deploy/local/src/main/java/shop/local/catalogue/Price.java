package shop.local.catalogue;

import java.util.random.RandomGenerator;

/// What products cost: log-normal around what is usual, and never a round sum.
final class Price {

    /// Two thirds of a kind cost between 0.6 and 1.6 times what is usual.
    private static final double SPREAD = 0.45;
    private static final int DEAR = 100;
    private static final int TEN = 10;

    private Price() {}

    /// A decimal string with cents.
    ///
    /// @param usual the price that half of the products stay below
    static String around(double usual, RandomGenerator random) {
        var amount = usual * StrictMath.exp(SPREAD * random.nextGaussian());
        return dollars((int) Math.round(amount)) + ending(random.nextInt(100));
    }

    /// One below a round number where that is cheap to say: 149 rather than 151.
    private static int dollars(int dollars) {
        return dollars < DEAR ? Math.max(1, dollars - 1) : dollars - dollars % TEN + TEN - 1;
    }

    private static String ending(int place) {
        if (place < 72) {
            return ".99";
        }
        return place < 92 ? ".95" : ".49";
    }
}
