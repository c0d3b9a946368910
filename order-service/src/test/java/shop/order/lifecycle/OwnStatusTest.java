package shop.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.Rest.get;
import static shop.order.Rest.history;
import static shop.order.Rest.post;
import static shop.order.Rest.problem;
import static shop.order.lifecycle.SomeOrder.anOrder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;
import shop.order.Rest;

/// [Packed] between CONFIRMED and SHIPPED.
@QuarkusTest
@WithServers(database = "orders")
class OwnStatusTest {

    private static final String PACK = "{\"status\": \"PACKED\", \"note\": \"two parcels\"}";
    private static final String SHIPMENT = "{\"carrier\": \"DHL\", \"trackingNumber\": \"JD01\"}";

    @Inject
    Orders orders;

    @Test
    void an_order_goes_through_it_and_it_is_told_in_sequence() {
        var id = confirmed();

        var packed = post("/orders/{id}/status", PACK, id);
        var shipped = post("/orders/{id}/ship", SHIPMENT, id);

        assertThat(packed.<String>path("status")).isEqualTo("PACKED");
        assertThat(shipped.<String>path("status")).isEqualTo("SHIPPED");
        assertThat(history(id)).containsExactly("OrderPlaced", "OrderConfirmed", "OrderPacked", "OrderShipped");
        var told = Rest.awaitTold(id, "OrderPlaced", "OrderConfirmed", "OrderPacked", "OrderShipped");
        assertThat(told.get(2).data().get("status").asText()).isEqualTo("PACKED");
        assertThat(told.get(2).data().get("note").asText()).isEqualTo("two parcels");
        assertThat(told.get(2).data().has("type")).isFalse();
    }

    @Test
    void it_can_be_cancelled_and_the_money_goes_back() {
        var id = confirmed();
        post("/orders/{id}/status", PACK, id);

        post("/orders/{id}/cancel", "{}", id);

        assertThat(history(id))
                .containsExactly("OrderPlaced", "OrderConfirmed", "OrderPacked", "OrderCancelled", "RefundRequired");
    }

    @Test
    void it_is_entered_once_and_not_from_anywhere_else() {
        var pending = placed();
        var packed = confirmed();
        post("/orders/{id}/status", PACK, packed);

        var tooEarly = problem(post("/orders/{id}/status", PACK, pending), 409, "invalid-transition");
        var again = problem(post("/orders/{id}/status", PACK, packed), 409, "invalid-transition");

        assertThat(tooEarly.getList("allowed")).containsExactlyInAnyOrder("CONFIRMED", "CANCELLED");
        assertThat(again.getString("from")).isEqualTo("PACKED");
        assertThat(again.getList("allowed")).containsExactlyInAnyOrder("SHIPPED", "CANCELLED");
    }

    @Test
    void no_status_of_the_core_is_entered_like_this() {
        var id = placed();

        for (var status : List.of("CONFIRMED", "CANCELLED", "PAINTED", "")) {
            var answer = post("/orders/{id}/status", "{\"status\": \"%s\"}".formatted(status), id);

            assertThat(problem(answer, 400, "validation").getList("violations.field"))
                    .containsExactly("status");
        }
        assertThat(get("/orders/{id}", id).<String>path("status")).isEqualTo("PENDING");
    }

    private UUID confirmed() {
        var id = placed();
        QuarkusTransaction.requiringNew()
                .run(() -> orders.move(id, new Transition.Confirm("pay-1"), "test", Instant.now()));
        return id;
    }

    private UUID placed() {
        var order = anOrder().build();
        QuarkusTransaction.requiringNew().run(() -> orders.place(List.of(order), "test"));
        return order.orderId();
    }
}
