package shop.order.customer;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Only a member has dates, and a membership begins before it ends.
@Constraint(validatedBy = MembershipDates.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@interface MembershipDates {
    String message() default "must be dates of a membership";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// A body that says whether, and when, somebody is a member.
    interface Stated {

        @Nullable
        Membership membership();

        /// The first moment of the membership; null where it has begun for ever.
        @Nullable
        Instant memberFrom();

        /// The first moment after it; null where it does not end.
        @Nullable
        Instant memberUntil();
    }

    final class Check implements ConstraintValidator<MembershipDates, Stated> {

        @Override
        public boolean isValid(Stated body, ConstraintValidatorContext context) {
            var from = body.memberFrom();
            var until = body.memberUntil();
            if (body.membership() != Membership.MEMBER && (from != null || until != null)) {
                return wrong(context, from != null ? "memberFrom" : "memberUntil", "is for a MEMBER only");
            }
            return from == null
                    || until == null
                    || from.isBefore(until)
                    || wrong(context, "memberUntil", "must be after memberFrom");
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
