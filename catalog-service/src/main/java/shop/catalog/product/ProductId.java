package shop.catalog.product;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import shop.contracts.Id;

/// An id that a product may have; `import` and `suggest` are paths of the API.
@Id
@Pattern(regexp = "(?!(import|suggest)$).*", message = "is reserved")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@interface ProductId {
    String message() default "is not a product id";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
