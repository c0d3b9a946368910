package shop.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import shop.contracts.Money;

/// A gateway that says of an order what a test wrote down, or leaves it to another; approves where nothing was said.
@ApplicationScoped
public class ScriptedGateway implements PaymentGateway {

    private final Map<UUID, Outcome> charges = new ConcurrentHashMap<>();
    private final Map<UUID, Outcome> voids = new ConcurrentHashMap<>();
    private final Map<UUID, PaymentGateway> others = new ConcurrentHashMap<>();
    private final Map<UUID, List<String>> calls = new ConcurrentHashMap<>();

    public void charging(UUID orderId, Outcome outcome) {
        charges.put(orderId, outcome);
    }

    public void voiding(UUID orderId, Outcome outcome) {
        voids.put(orderId, outcome);
    }

    public void neverAnswers(UUID orderId) {
        charging(orderId, new Outcome.Unknown("scripted"));
    }

    void leaveTo(PaymentGateway gateway, UUID orderId) {
        others.put(orderId, gateway);
    }

    List<String> calls(UUID orderId) {
        return List.copyOf(calls.getOrDefault(orderId, List.of()));
    }

    public static Outcome paid(String paymentId) {
        return new Outcome.Succeeded(paymentId, Money.of("99.98", "USD"));
    }

    @Override
    public Outcome charge(DuePayment payment) {
        var orderId = payment.orderId();
        note(orderId, "charge " + payment.amount().text());
        var other = others.get(orderId);
        return other != null
                ? other.charge(payment)
                : charges.getOrDefault(orderId, new Outcome.Succeeded("pay-" + orderId, payment.amount()));
    }

    @Override
    public Outcome voidPayment(DuePayment payment) {
        var orderId = payment.orderId();
        note(orderId, "void");
        var other = others.get(orderId);
        return other != null ? other.voidPayment(payment) : voids.getOrDefault(orderId, new Outcome.Voided());
    }

    private void note(UUID orderId, String call) {
        calls.computeIfAbsent(orderId, _ -> new CopyOnWriteArrayList<>()).add(call);
    }
}
