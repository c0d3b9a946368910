package shop.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// How long a shop waits for its money.
@ApplicationScoped
class PaymentTerms {

    private final Duration usual;
    private final Map<String, Duration> byMethod;
    private final Duration voidPatience;
    private final Duration askAgain;

    /// @param byMethod for methods that take longer, as a bank transfer does
    /// @param voidPatience how long a gateway that does not answer may hold up the end of an unpaid order
    /// @param askAgain until an unanswered payment is asked for again, for the first time
    PaymentTerms(
            @ConfigProperty(name = "shop.payment.timeout") Duration usual,
            @ConfigProperty(name = "shop.payment.timeouts") Map<String, Duration> byMethod,
            @ConfigProperty(name = "shop.payment.void-patience") Duration voidPatience,
            @ConfigProperty(name = "shop.payment.ask-again-after") Duration askAgain) {
        this.usual = usual;
        this.byMethod = byMethod;
        this.voidPatience = voidPatience;
        this.askAgain = askAgain;
    }

    /// From this moment on the order is cancelled if it is not paid.
    Instant expiry(Bill bill) {
        return bill.since().plus(timeout(bill.method()));
    }

    /// Payments that expired before this are not waited for any more, even if the gateway does not say that they are
    /// void.
    Instant hopeless(Instant now) {
        return now.minus(voidPatience);
    }

    /// How long whoever claims a payment has for it; then it is asked for again, each time after twice as long.
    Duration lease() {
        return askAgain;
    }

    private Duration timeout(@Nullable String method) {
        return method == null ? usual : byMethod.getOrDefault(method, usual);
    }
}
