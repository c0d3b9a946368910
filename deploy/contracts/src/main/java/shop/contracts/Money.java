package shop.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/// An exact amount in one currency, always at the currency's own scale (`999.99` USD, `1000` JPY).
public record Money(BigDecimal amount, Currency currency) {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");

    /// Throws [NotMoney] where the amount has more decimals than the currency.
    public Money {
        if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            throw new NotMoney("price", "has more decimals than %s has".formatted(currency));
        }
        amount = amount.setScale(currency.getDefaultFractionDigits());
    }

    /// Reads the contract's form: a plain decimal string and an ISO 4217 code. Throws [NotMoney] naming the field.
    public static Money of(String amount, String currency) {
        return new Money(decimal(amount), currency(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// Rounds an exact result to the currency's scale, half to even. The only place where cents are rounded.
    public static Money rounded(BigDecimal exact, Currency currency) {
        return new Money(exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(inSameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(inSameCurrency(other)), currency);
    }

    public Money times(long quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /// The contract's form of the amount: `"999.99"`.
    public String text() {
        return amount.toPlainString();
    }

    private BigDecimal inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s do not add up".formatted(currency, other.currency));
        }
        return other.amount;
    }

    private static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NotMoney("price", "must be a decimal number like 999.99");
        }
        return new BigDecimal(text);
    }

    private static Currency currency(String code) {
        try {
            return spendable(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            throw new NotMoney("currency", "must be an ISO 4217 code like USD");
        }
    }

    private static Currency spendable(Currency currency) {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("Gold and test codes have no scale");
        }
        return currency;
    }

    /// What was given is not an amount of money; `field` is the part that is wrong.
    public static final class NotMoney extends IllegalArgumentException {
        private final String field;

        private NotMoney(String field, String reason) {
            super(reason);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }
}
