package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import shop.notification.channel.outbox.Outbox;
import shop.notification.recipient.CustomersForgotten;

/// Forgets what was said to customers who are erased, in the transaction that forgets them.
@ApplicationScoped
class ForgetEvents {

    private final Events events;
    private final Outbox outbox;
    private final Claims claims;

    ForgetEvents(Events events, Outbox outbox, Claims claims) {
        this.events = events;
        this.outbox = outbox;
        this.claims = claims;
    }

    void on(@Observes CustomersForgotten forgotten) {
        events.forget(forgotten.customerIds());
        outbox.forget(forgotten.customerIds());
        claims.wake(forgotten.customerIds()); // To be skipped now, and not when their quiet hours would end.
    }
}
