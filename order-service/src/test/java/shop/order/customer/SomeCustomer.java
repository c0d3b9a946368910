package shop.order.customer;

import static org.awaitility.Awaitility.await;
import static shop.order.Rest.post;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import shop.order.Topics;

/// A customer as a client registers one, and what is told of them.
final class SomeCustomer {

    static final String HOME = """
            {"addressId": "home", "recipient": "Ann Lee", "street": "1 Wall St", "postalCode": "10005",
             "city": "New York", "country": "US"}
            """;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private SomeCustomer() {}

    static String registered() {
        var id = newId();
        post("/customers", ann(id, "MEMBER"));
        return id;
    }

    static String newId() {
        return "customer-" + UUID.randomUUID();
    }

    static String ann(String id, String membership) {
        return """
                {"customerId": "%s", "name": "Ann Lee", "email": "ann@example.com", "phone": "+4915112345678",
                 "membership": "%s"}
                """.formatted(id, membership);
    }

    static List<Topics.Told> told(String id) {
        return Topics.told("order.customers.v1", id);
    }

    /// The last that was told, once it is of this version.
    static Topics.Told awaitVersion(String id, int version) {
        await().pollDelay(Duration.ZERO)
                .atMost(LIMIT)
                .until(() -> !told(id).isEmpty()
                        && told(id).getLast().data().path("version").asInt() == version);
        return told(id).getLast();
    }

    static void awaitTombstone(String id) {
        await().pollDelay(Duration.ZERO)
                .atMost(LIMIT)
                .until(() -> !told(id).isEmpty() && told(id).getLast().isTombstone());
    }
}
