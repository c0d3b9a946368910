package shop.contracts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    @Test
    void things_come_in_the_order_of_the_source() throws IOException {
        var counter = new AtomicInteger();

        try (var ahead = new ReadAhead<>(counter::incrementAndGet)) {
            assertThat(ahead.next()).isEqualTo(1);
            assertThat(ahead.next()).isEqualTo(2);
            assertThat(ahead.next()).isEqualTo(3);
        }
    }

    @Test
    void never_more_than_one_is_read_ahead() throws IOException {
        var read = new AtomicInteger();
        var mayRead = new Semaphore(2);

        try (var ahead = new ReadAhead<>(() -> {
            mayRead.acquire();
            return read.incrementAndGet();
        })) {
            ahead.next();
        }

        assertThat(read.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void what_breaks_the_source_reaches_who_waits_for_it_after_what_was_read_before() throws IOException {
        var counter = new AtomicInteger();

        try (var ahead = new ReadAhead<>(() -> {
            if (counter.incrementAndGet() == 2) {
                throw new IOException("cut off");
            }
            return counter.get();
        })) {
            assertThat(ahead.next()).isEqualTo(1);
            assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessage("cut off");
        }
    }

    @Test
    void closing_ends_a_reading_that_would_wait_for_ever() throws IOException {
        var counter = new AtomicInteger();
        var never = new CountDownLatch(1);
        var interrupted = new AtomicInteger();

        try (var ahead = new ReadAhead<>(() -> {
            if (counter.incrementAndGet() == 2) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                    throw e;
                }
            }
            return counter.get();
        })) {
            ahead.next();
        }

        assertThat(interrupted.get()).isLessThanOrEqualTo(1);
    }
}
