package shop.contracts.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import shop.contracts.bulk.RecentLines.Seen;

class RecentLinesTest {

    private final RecentLines recent = new RecentLines(500, at(0));

    @Test
    void in_the_first_seconds_the_beginning_is_recent() {
        assertThat(recent.since(1500, at(1))).isEqualTo(new Seen(500, at(0)));
        assertThat(recent.since(2500, at(9))).isEqualTo(new Seen(500, at(0)));
    }

    @Test
    void what_is_longer_ago_than_ten_seconds_counts_no_more() {
        recent.since(1500, at(4));
        recent.since(2500, at(8));

        assertThat(recent.since(3500, at(15))).isEqualTo(new Seen(2500, at(8)));
    }

    @Test
    void of_a_slow_import_the_block_before_is_recent_however_long_ago() {
        recent.since(1500, at(60));

        assertThat(recent.since(2500, at(120))).isEqualTo(new Seen(1500, at(60)));
    }

    private static long at(int second) {
        return Duration.ofSeconds(second).toNanos();
    }
}
