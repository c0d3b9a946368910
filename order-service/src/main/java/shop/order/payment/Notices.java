package shop.order.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import shop.contracts.sql.Sql;
import shop.order.lifecycle.Orders;
import shop.order.payment.WebhookRefusal.OtherNotice;

/// Settles what the gateway tells by itself, each notice once.
@ApplicationScoped
class Notices {

    private static final String ACTOR = "payment-webhook";

    private final Sql sql;
    private final Orders orders;
    private final Settlement settlement;
    private final Clock clock;

    Notices(Sql sql, Orders orders, Settlement settlement, Clock clock) {
        this.sql = sql;
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    /// Notes the notice and settles what it says, both or neither. Throws [shop.order.lifecycle.UnknownOrder], and
    /// [OtherNotice] where the id stands for something else.
    ///
    /// @return false where it was settled before
    boolean settle(String eventId, Notice notice, Answer answer) {
        return QuarkusTransaction.requiringNew().call(() -> {
            orders.get(notice.orderId());
            if (!note(eventId, notice)) {
                return false;
            }
            settlement.settleNow(answer, ACTOR);
            return true;
        });
    }

    @Scheduled(every = "10m", delayed = "1m")
    void forgetOld() {
        sql.update("DELETE FROM payment_event WHERE received_at < now() - interval '24 hours'");
    }

    /// Waits for whoever is just settling the same.
    private boolean note(String eventId, Notice notice) {
        var noted = sql.update("""
                INSERT INTO payment_event (event_id, order_id, notice, received_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, eventId, notice.orderId(), notice.toString(), clock.instant());
        if (noted == 0 && !isRepeat(eventId, notice)) {
            throw new OtherNotice(eventId);
        }
        return noted > 0;
    }

    private boolean isRepeat(String eventId, Notice notice) {
        var said = "SELECT notice FROM payment_event WHERE event_id = ?";
        return sql.first(said, row -> row.getString("notice"), eventId)
                .filter(notice.toString()::equals)
                .isPresent();
    }
}
