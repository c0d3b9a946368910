package shop.cart.pricing;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// So many of a hundred. Null is left to `@NotNull`.
@DecimalMin("0")
@DecimalMax("100")
@Digits(integer = 3, fraction = 4)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@interface Percentage {
    String message() default "must be between 0 and 100, with at most 4 decimals";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
