package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.notification.delivery.AClaim.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shop.notification.channel.Channel;
import shop.notification.channel.Contact;
import shop.notification.channel.Notifier;
import shop.notification.channel.Provider;
import shop.notification.delivery.Result.Fate;
import shop.notification.message.CartEvent.CartExpiring;
import shop.notification.message.Kind;
import shop.notification.message.OrderEvent.OrderConfirmed;
import shop.notification.message.ShopEvent;
import shop.notification.recipient.APreference;
import shop.notification.recipient.Recipient;

class AdmissionTest {

    private static final DeliveryRules RULES = new DeliveryRules(
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            AnswerLost.SEND_AGAIN);
    private static final Recipient ANN =
            new Recipient(1, false, new Contact("ann", "Ann", "ann@example.com", null, List.of()));
    private static final ShopEvent CONFIRMED = new OrderConfirmed(UUID.randomUUID(), "ann", 2, NOW);

    @Test
    void a_customer_who_can_be_reached_is_told() {
        assertThat(refusal(ANN, CONFIRMED, new Mail(true), AClaim.any())).isNull();
    }

    @Test
    void a_customer_who_is_not_known_is_waited_for() {
        var refusal = refusal(null, CONFIRMED, new Mail(true), AClaim.any());

        assertThat(refusal.state()).isEqualTo(NotificationState.WAITING);
    }

    @Test
    void a_customer_who_became_known_after_the_claim_is_waited_for_so_that_earlier_messages_come_first() {
        var claim = AClaim.of(Kind.ORDER_CONFIRMED).unknown().claim();

        var refusal = refusal(ANN, CONFIRMED, new Mail(true), claim);

        assertThat(refusal.state()).isEqualTo(NotificationState.WAITING);
    }

    @Test
    void an_erased_customer_is_told_nothing_and_nothing_is_kept() {
        var erased = new Recipient(2, true, Contact.none("ann"));

        var refusal = refusal(erased, CONFIRMED, new Mail(true), AClaim.any());

        assertThat(refusal.fate()).isEqualTo(new Fate.Skipped(true));
    }

    @Test
    void what_was_forgotten_meanwhile_is_not_told() {
        var refusal = refusal(ANN, null, new Mail(true), AClaim.any());

        assertThat(refusal.reason()).isEqualTo("customer erased");
    }

    @Test
    void a_customer_without_an_address_is_skipped() {
        var nowhere = new Recipient(1, false, Contact.none("ann"));

        var refusal = refusal(nowhere, CONFIRMED, new Mail(true), AClaim.any());

        assertThat(refusal.fate()).isEqualTo(new Fate.Skipped(false));
        assertThat(refusal.reason()).isEqualTo("nowhere");
    }

    @Test
    void a_cart_that_has_expired_is_not_about_to_expire() {
        var expiring = new CartExpiring(UUID.randomUUID(), "ann", NOW.minusSeconds(9), NOW, List.of());

        var refusal = refusal(
                ANN, expiring, new Mail(true), AClaim.of(Kind.CART_EXPIRING).claim());

        assertThat(refusal.reason()).isEqualTo("no news any more");
    }

    @Test
    void what_can_wait_waits_for_the_end_of_quiet_hours() {
        var quiet = new Admission(new Mail(true), ANN, APreference.quiet("10:00", "18:00"), CONFIRMED, RULES);

        var refusal = quiet.refusal(AClaim.of(Kind.ORDER_SHIPPED).claim(), NOW);

        assertThat(refusal.fate()).isEqualTo(new Fate.Waiting(Hold.QUIET_HOURS, Instant.parse("2026-11-27T18:00:00Z")));
    }

    @Test
    void what_must_not_wait_does_not_and_the_shop_itself_has_no_quiet_hours() {
        var quiet = APreference.quiet("10:00", "18:00");
        var confirmed = AClaim.of(Kind.ORDER_CONFIRMED).claim();
        var shipped = AClaim.of(Kind.ORDER_SHIPPED).claim();

        var ofCustomer = new Admission(new Mail(true), ANN, quiet, CONFIRMED, RULES).refusal(confirmed, NOW);
        var ofShop = new Admission(new Mail(false), ANN, quiet, CONFIRMED, RULES).refusal(shipped, NOW);

        assertThat(ofCustomer).isNull();
        assertThat(ofShop).isNull();
    }

    @Test
    void the_shop_itself_is_told_of_customers_whom_nobody_knows_and_sees_no_address() {
        var claim = AClaim.of(Kind.ORDER_CONFIRMED).unknown().claim();
        var admission = admission(null, CONFIRMED, new Mail(false));

        assertThat(admission.refusal(claim, NOW)).isNull();
        assertThat(admission(ANN, CONFIRMED, new Mail(false)).contact(claim)).isEqualTo(Contact.none("ann"));
    }

    private static Result refusal(
            @Nullable Recipient recipient, @Nullable ShopEvent event, Notifier notifier, Claim claim) {
        return admission(recipient, event, notifier).refusal(claim, NOW);
    }

    private static Admission admission(@Nullable Recipient recipient, @Nullable ShopEvent event, Notifier notifier) {
        return new Admission(notifier, recipient, APreference.byDefault(), event, RULES);
    }

    private record Mail(boolean isForCustomers) implements Notifier {

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public List<Provider> providers() {
            return List.of();
        }

        @Override
        public @Nullable String unreachable(Contact contact) {
            return isForCustomers && contact.email() == null ? "nowhere" : null;
        }
    }
}
