package shop.cart.pricing;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// A season begins or ends, and begins before it ends.
@Constraint(validatedBy = Season.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Season {
    String message() default "must be a season";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Season, SeasonalPricing> {

        @Override
        public boolean isValid(SeasonalPricing season, ConstraintValidatorContext context) {
            var from = season.from();
            var until = season.until();
            if (from == null && until == null) {
                return wrong(context, "from", "or until must be given");
            }
            return from == null
                    || until == null
                    || from.isBefore(until)
                    || wrong(context, "until", "must be after from");
        }

        private static boolean wrong(ConstraintValidatorContext context, String field, String reason) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(reason)
                    .addPropertyNode(field)
                    .addConstraintViolation();
            return false;
        }
    }
}
