package shop.load.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderStreamTest {

    private final OrderStream stream = new OrderStream();

    @Test
    void an_event_has_come_when_it_has_ended() {
        tell("id:1", "event:OrderPlaced", "data:{}", "", "id: 2", "event: OrderConfirmed", "data: {}");

        assertThat(stream.at(1)).isPresent();
        assertThat(stream.at(2)).isEmpty();
    }

    @Test
    void a_sign_of_life_is_no_event() {
        tell(":", "retry:3000", "", "id:1", "", ":", "");

        assertThat(stream.at(0)).isEmpty();
        assertThat(stream.at(1)).isEmpty();
    }

    @Test
    void what_comes_twice_came_when_it_came_first() {
        tell("id:1", "data:{}", "");
        var first = stream.at(1);

        tell("id:1", "data:{}", "");

        assertThat(stream.at(1)).isEqualTo(first);
    }

    private void tell(String... lines) {
        Stream.of(lines).forEach(stream::onNext);
    }
}
