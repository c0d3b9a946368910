package shop.catalog.search;

import java.math.BigDecimal;

/// Prices as the index holds them: whole ten-thousandths, the finest that any currency has. So ranges are exact.
final class PriceUnits {

    private static final int DECIMALS = 4;

    private PriceUnits() {}

    /// Throws [ArithmeticException] where the amount is finer than that, or beyond what a long holds.
    static long of(BigDecimal amount) {
        return amount.movePointRight(DECIMALS).longValueExact();
    }

    static BigDecimal amountOf(long units) {
        return BigDecimal.valueOf(units, DECIMALS);
    }
}
