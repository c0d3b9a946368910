package shop.order.customer;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A country by its ISO 3166-1 alpha-2 code. Null is left to `@NotNull`.
@Constraint(validatedBy = Country.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Country {
    String message() default "must be an ISO 3166 code like DE";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Country, String> {

        private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || COUNTRIES.contains(code);
        }
    }
}
