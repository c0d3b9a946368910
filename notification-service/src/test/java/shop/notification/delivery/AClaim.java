package shop.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// A claim of a mail to Ann, requested and sendable now.
record AClaim(Kind kind, boolean customerKnown, int attempts) {

    static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");

    static AClaim of(Kind kind) {
        return new AClaim(kind, true, 0);
    }

    static Claim any() {
        return of(Kind.ORDER_SHIPPED).claim();
    }

    static Claim leased(Instant until) {
        return of(Kind.ORDER_SHIPPED).claim(NOW, null, until);
    }

    AClaim unknown() {
        return new AClaim(kind, false, attempts);
    }

    Claim claim() {
        return claim(NOW, null);
    }

    Claim claim(Instant sendableAt, @Nullable Hold held) {
        return claim(sendableAt, held, NOW.plusSeconds(20));
    }

    private Claim claim(Instant sendableAt, @Nullable Hold held, Instant lease) {
        return new Claim(
                "e:EMAIL",
                "e",
                kind,
                Channel.EMAIL,
                "ann",
                customerKnown,
                UUID.randomUUID(),
                1,
                attempts,
                held,
                NOW,
                NOW,
                sendableAt,
                lease,
                "{}");
    }
}
