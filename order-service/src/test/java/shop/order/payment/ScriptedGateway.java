package shop.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import shop.contracts.Money;

/// A gateway that says of an order what a test wrote down; approves where none did.
@ApplicationScoped
public class ScriptedGateway implements PaymentGateway {

    private final Map<UUID, Outcome> charges = new ConcurrentHashMap<>();
    private final Map<UUID, Outcome> voids = new ConcurrentHashMap<>();
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

    List<String> calls(UUID orderId) {
        return List.copyOf(calls.getOrDefault(orderId, List.of()));
    }

    @Override
    public Outcome charge(UUID orderId, Money amount) {
        note(orderId, "charge " + amount.text());
        return charges.getOrDefault(orderId, new Outcome.Succeeded("pay-" + orderId));
    }

    @Override
    public Outcome voidPayment(UUID orderId) {
        note(orderId, "void");
        return voids.getOrDefault(orderId, new Outcome.Voided());
    }

    private void note(UUID orderId, String call) {
        calls.computeIfAbsent(orderId, _ -> new CopyOnWriteArrayList<>()).add(call);
    }
}
