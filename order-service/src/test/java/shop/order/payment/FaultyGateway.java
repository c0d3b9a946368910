package shop.order.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import shop.contracts.Money;
import shop.order.payment.Notice.End;

/// A payment gateway with all that goes wrong with one, by chance that a seed decides: answers are lost before or after
/// the money moved, customers take their time, notices come late, twice and in any order, and now and then it takes
/// money twice, or too little. It keeps book of one order.
///
/// What it never does: take money that was voided before, or forget what it took.
final class FaultyGateway implements PaymentGateway {

    private final UUID orderId;
    private final Money price;
    private final Random random;
    private final Map<String, Money> taken = new LinkedHashMap<>();
    private final List<Told> untold = new ArrayList<>();
    private State state = State.OPEN;
    private boolean healed;

    FaultyGateway(UUID orderId, Money price, Random random) {
        this.orderId = orderId;
        this.price = price;
        this.random = random;
    }

    private enum State {
        OPEN,
        CUSTOMER_AT_IT,
        TAKEN,
        DECLINED,
        VOIDED
    }

    /// A notice on its way.
    record Told(String eventId, Notice notice) {}

    @Override
    public synchronized Outcome charge(DuePayment payment) {
        if (isLost()) {
            return new Outcome.Unknown("the request was lost");
        }
        if (state == State.OPEN) {
            decide();
        }
        return maybeLost(says());
    }

    @Override
    public synchronized Outcome voidPayment(DuePayment payment) {
        if (isLost()) {
            return new Outcome.Unknown("the request was lost");
        }
        if (state == State.OPEN || state == State.CUSTOMER_AT_IT) {
            state = State.VOIDED;
        }
        return maybeLost(says());
    }

    /// Whom it waits for pays, or does not; now and then somebody pays twice.
    synchronized void customerActs() {
        if (state == State.CUSTOMER_AT_IT) {
            end();
        } else if (state == State.TAKEN && chance(5)) {
            take("pay-%d-%s".formatted(taken.size() + 1, orderId), price);
        }
    }

    /// Any of the notices that were not told yet; it may be told again later.
    synchronized List<Told> someNotices() {
        if (untold.isEmpty()) {
            return List.of();
        }
        var told = untold.get(random.nextInt(untold.size()));
        if (chance(70)) {
            untold.remove(told);
        }
        return List.of(told);
    }

    /// From now on it works.
    synchronized List<Told> heal() {
        healed = true;
        return List.copyOf(untold);
    }

    /// All money that it ever took.
    synchronized Map<String, Money> taken() {
        return Map.copyOf(taken);
    }

    private void decide() {
        if (chance(25)) {
            state = State.CUSTOMER_AT_IT;
        } else {
            end();
        }
    }

    private void end() {
        if (chance(20)) {
            state = State.DECLINED;
            tell(new Notice("try-" + orderId, orderId, End.FAILED, price.text(), currency(), "no funds"));
        } else {
            state = State.TAKEN;
            take("pay-1-" + orderId, chance(5) ? Money.of("0.01", currency()) : price);
        }
    }

    private void take(String paymentId, Money amount) {
        taken.put(paymentId, amount);
        tell(new Notice(paymentId, orderId, End.SUCCEEDED, amount.text(), currency(), null));
    }

    private Outcome says() {
        return switch (state) {
            case OPEN -> throw new IllegalStateException("Nothing was decided");
            case CUSTOMER_AT_IT -> new Outcome.Pending();
            case TAKEN -> first(taken.entrySet());
            case DECLINED -> new Outcome.Failed("no funds");
            case VOIDED -> new Outcome.Voided();
        };
    }

    private static Outcome first(Collection<Map.Entry<String, Money>> taken) {
        var first = taken.iterator().next();
        return new Outcome.Succeeded(first.getKey(), first.getValue());
    }

    private Outcome maybeLost(Outcome outcome) {
        return isLost() ? new Outcome.Unknown("the answer was lost") : outcome;
    }

    private void tell(Notice notice) {
        untold.add(new Told(new UUID(random.nextLong(), random.nextLong()).toString(), notice));
    }

    private boolean isLost() {
        return !healed && chance(25);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String currency() {
        return price.currency().getCurrencyCode();
    }
}
