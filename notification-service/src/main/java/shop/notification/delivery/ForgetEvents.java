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

    ForgetEvents(Events events, Outbox outbox) {
        this.events = events;
        this.outbox = outbox;
    }

    void on(@Observes CustomersForgotten forgotten) {
        events.forget(forgotten.customerIds());
        outbox.forget(forgotten.customerIds());
    }
}
