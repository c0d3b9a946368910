package shop.order.payment;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.Money;

/// Approves at once. For trying the shop out, totals can be named that it declines or never answers.
@DefaultBean
@ApplicationScoped
class LocalGateway implements PaymentGateway {

    private final Set<String> declined;
    private final Set<String> unanswered;

    LocalGateway(
            @ConfigProperty(name = "shop.payment.local.declined-totals") Optional<Set<String>> declined,
            @ConfigProperty(name = "shop.payment.local.unanswered-totals") Optional<Set<String>> unanswered) {
        this.declined = declined.orElse(Set.of());
        this.unanswered = unanswered.orElse(Set.of());
    }

    @Override
    public Outcome charge(UUID orderId, Money amount) {
        if (declined.contains(amount.text())) {
            return new Outcome.Failed("declined by configuration");
        }
        if (unanswered.contains(amount.text())) {
            return new Outcome.Unknown("unanswered by configuration");
        }
        return new Outcome.Succeeded("pay-" + orderId);
    }

    @Override
    public Outcome voidPayment(UUID orderId) {
        return new Outcome.Voided();
    }
}
