package shop.cart.pricing;

import java.math.BigDecimal;

/// Percentages, exact.
final class Percent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    static BigDecimal off(BigDecimal price, BigDecimal percent) {
        return price.multiply(HUNDRED.subtract(percent)).movePointLeft(2);
    }
}
