package shop.order.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;

/// A phone number as E.164 writes it, of a length that its country has. Null is left to `@NotNull`.
///
/// Whether the number is in use, or its range was given out, is not asked: ranges are added faster than libraries are.
@Constraint(validatedBy = Phone.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Phone {
    String message() default "must be a phone number like +4915112345678: +, country code, number, nothing between";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Phone, String> {

        private static final String NO_REGION = "ZZ";

        private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isPhone(text);
        }

        /// The library reads much more than E.164; only what it would write itself is taken as it is. A number that can
        /// be dialled within its own town only is none.
        private boolean isPhone(String text) {
            try {
                var number = numbers.parse(text, NO_REGION);
                return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                        && numbers.format(number, PhoneNumberFormat.E164).equals(text);
            } catch (NumberParseException _) {
                return false;
            }
        }
    }
}
