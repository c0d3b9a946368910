package shop.cart.customer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.aMember;
import static shop.cart.Given.fresh;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.cart.RedisServer;
import shop.cart.Topics;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class CustomerConsumerTest {

    private static final String CUSTOMERS = "order.customers.v1";

    @Test
    void whoever_is_erased_is_no_member_and_stays_so_when_older_news_come_late() {
        var customer = aMember();

        tell(customer, Map.of("customerId", customer, "version", 3, "erased", true));
        tell(customer, Map.of("customerId", customer, "version", 2, "erased", false, "membership", "MEMBER"));
        var last = fresh("last");
        tell(last, Map.of("customerId", last, "version", 1, "erased", false, "membership", "NONE"));

        await().atMost(Given.SOON).until(() -> "3".equals(field(customer, "membership-version")));
        await().atMost(Given.SOON).until(() -> "NONE".equals(field(last, "membership")));
        assertThat(field(customer, "membership")).isEqualTo("NONE");
    }

    @Test
    void an_event_without_dates_makes_a_member_for_ever_again() {
        var customer = fresh("dated");
        var member = Map.of("customerId", customer, "version", 1, "erased", false, "membership", "MEMBER");
        var dated = new HashMap<String, Object>(member);
        dated.put("memberUntil", "2020-01-01T00:00:00Z");
        tell(customer, dated);
        await().atMost(Given.SOON).until(() -> "MEMBER - 2020-01-01T00:00:00Z".equals(field(customer, "membership")));

        var undated = new HashMap<String, Object>(member);
        undated.put("version", 2);
        tell(customer, undated);

        await().atMost(Given.SOON).until(() -> "MEMBER".equals(field(customer, "membership")));
    }

    @Test
    void a_tombstone_leaves_nothing() {
        var customer = aMember();

        Topics.tellBytes(CUSTOMERS, customer, null, null);

        await().atMost(Given.SOON).until(() -> field(customer, "membership-version") == null);
    }

    @Test
    void what_cannot_be_read_is_left_aside_without_its_personal_data() {
        var bad = fresh("bad");

        Topics.tell(CUSTOMERS, bad, "CustomerPraised", Map.of("customerId", bad));
        Topics.tellBytes(CUSTOMERS, bad, "CustomerChanged", "{\"email\":\"ann@example.com".getBytes(UTF_8));
        aMember();

        await().atMost(Given.SOON)
                .untilAsserted(() -> assertThat(Topics.recordsOf(CUSTOMERS + ".cart-service.dlq", bad))
                        .singleElement()
                        .satisfies(it -> assertThat(it.value()).isEmpty()));
    }

    private static void tell(String customer, Map<String, ?> event) {
        Topics.tell(CUSTOMERS, customer, "CustomerChanged", event);
    }

    private static String field(String customer, String field) {
        return RedisServer.field("customer:" + customer, field);
    }
}
