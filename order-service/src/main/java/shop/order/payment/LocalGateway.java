package shop.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.Money;

/// Approves at once. For trying the shop out, it does something else with the totals that the settings name.
@ApplicationScoped
@Typed(LocalGateway.class)
class LocalGateway implements PaymentGateway {

    private final Map<String, Manner> manners;
    private final Settlement settlement;

    /// Those that were asked for before, of the orders where that makes a difference.
    private final Set<UUID> askedBefore = ConcurrentHashMap.newKeySet();

    LocalGateway(@ConfigProperty(name = "shop.payment.local") Map<String, Manner> manners, Settlement settlement) {
        this.manners = manners;
        this.settlement = settlement;
    }

    /// What it can do with a payment.
    enum Manner {
        APPROVE,
        DECLINE,
        /// Never answers, and takes nothing.
        IGNORE,
        /// Says that the customer is at it, and approves when it is asked again.
        DELAY,
        /// Takes the money, but its answer is lost; it says so when it is asked again.
        LOSE_ANSWER,
        /// Approves, and tells the same once more.
        ANSWER_TWICE
    }

    @Override
    public Outcome charge(DuePayment payment) {
        var success = success(payment.orderId(), payment.amount());
        return switch (mannerOf(payment.amount())) {
            case APPROVE -> success;
            case DECLINE -> new Outcome.Failed("declined by configuration");
            case IGNORE -> new Outcome.Unknown("unanswered by configuration");
            case DELAY -> askedBefore.add(payment.orderId()) ? new Outcome.Pending() : success;
            case LOSE_ANSWER ->
                askedBefore.add(payment.orderId()) ? new Outcome.Unknown("answer lost by configuration") : success;
            case ANSWER_TWICE -> {
                tell(new Answer(payment.orderId(), success));
                yield success;
            }
        };
    }

    @Override
    public Outcome voidPayment(DuePayment payment) {
        return switch (mannerOf(payment.amount())) {
            case IGNORE -> new Outcome.Unknown("unanswered by configuration");
            case LOSE_ANSWER ->
                askedBefore.contains(payment.orderId())
                        ? success(payment.orderId(), payment.amount())
                        : new Outcome.Voided();
            case APPROVE, DECLINE, DELAY, ANSWER_TWICE -> new Outcome.Voided();
        };
    }

    private Manner mannerOf(Money amount) {
        return manners.getOrDefault(amount.text(), Manner.APPROVE);
    }

    private void tell(Answer answer) {
        Thread.startVirtualThread(() -> settlement.settle(List.of(answer), "payment-webhook"));
    }

    private static Outcome success(UUID orderId, Money amount) {
        return new Outcome.Succeeded("pay-" + orderId, amount);
    }
}
