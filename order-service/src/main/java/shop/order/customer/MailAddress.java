package shop.order.customer;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// An e-mail address that a shop's mail reaches: on a domain of the internet, in letters that every mail server takes.
/// Domains of other letters come in their `xn--` form. Null is left to `@NotNull`.
///
/// [Email] knows the structure. It also takes quoted names, IP addresses and any letter; the pattern does not.
@Email
@Size(max = 254)
@Pattern(regexp = MailAddress.PATTERN)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@interface MailAddress {

    String PATTERN = "[!#-?A-~]+@[A-Za-z0-9.-]+\\.[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]";

    String message() default "must be an e-mail address like ann@example.com, of at most 254 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
