package shop.load.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final OrderEvent event = new Stories(1, 1).mixed(4).getFirst();
    private final Book book = new Book();

    @Test
    void what_no_provider_took_is_missing() {
        book.told(event, NOON);
        book.accepted(event.notificationId("SMS"), NOON);

        var missing = book.missing(List.of("SMS", "EMAIL"));

        assertThat(missing).containsExactly(event.notificationId("EMAIL"));
    }

    @Test
    void what_was_taken_twice_is_counted_once_and_shown() {
        book.told(event, NOON);
        book.accepted(event.notificationId("SMS"), NOON.plusSeconds(2));
        book.accepted(event.notificationId("SMS"), NOON.plusSeconds(1));

        assertThat(book.accepted("SMS")).isOne();
        assertThat(book.acceptedMoreThanOnce())
                .containsExactly(
                        new Book.Entry(event.notificationId("SMS"), List.of(NOON.plusSeconds(1), NOON.plusSeconds(2))));
        assertThat(book.sinceEvent("SMS").millis(1)).isEqualTo(2000);
    }

    @Test
    void what_was_taken_without_an_event_was_not_asked_for() {
        book.accepted(event.notificationId("SMS"), NOON);

        assertThat(book.unwanted()).containsExactly(event.notificationId("SMS"));
    }
}
