package shop.catalog.product;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;

/// Price and currency make an amount of money: not negative, at the currency's scale, below a trillion.
@Constraint(validatedBy = PriceInCurrency.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@interface PriceInCurrency {
    String message() default "is not a price";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Names `price` or `currency`, whichever is wrong.
    class Check implements ConstraintValidator<PriceInCurrency, ProductBody> {

        private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000_000L);

        @Override
        public boolean isValid(ProductBody body, ConstraintValidatorContext context) {
            return fieldsAreMissing(body) || isPrice(body, context);
        }

        private static boolean isPrice(ProductBody body, ConstraintValidatorContext context) {
            try {
                var price = Money.of(body.price(), body.currency());
                return !price.isNegative() && price.amount().compareTo(LIMIT) < 0
                        || refuse(context, "price", "must be from 0 to less than a trillion");
            } catch (Money.NotMoney e) {
                return refuse(context, e.field(), e.getMessage());
            }
        }

        private static boolean refuse(ConstraintValidatorContext context, String field, @Nullable String reason) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(reason)
                    .addPropertyNode(field)
                    .addConstraintViolation();
            return false;
        }

        /// Left to `@NotNull`.
        @SuppressWarnings("ConstantConditions")
        private static boolean fieldsAreMissing(ProductBody body) {
            return body.price() == null || body.currency() == null;
        }
    }
}
