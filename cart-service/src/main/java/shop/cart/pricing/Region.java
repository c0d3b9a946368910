package shop.cart.pricing;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import shop.contracts.Text;

/// A region of delivery as warehouses name theirs. Null is left to `@NotNull`.
@Size(min = 1, max = 64)
@Text
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface Region {
    String message() default "must be a region";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
