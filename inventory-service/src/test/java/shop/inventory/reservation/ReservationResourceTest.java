package shop.inventory.reservation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class ReservationResourceTest {

    @Inject
    Shop shop;

    @Inject
    ReserveStock reserveStock;

    @Test
    void a_reservation_shows_what_is_held_or_what_was_missing() {
        var product = shop.product(4);
        var held = aCheckout().of(product, 3).build();
        var rejected = aCheckout().of(product, 3).build();

        reserveStock.handle(List.of(held, rejected));

        given().get("/api/v1/reservations/{id}", held.orderId())
                .then()
                .statusCode(200)
                .body("orderId", equalTo(held.orderId().toString()))
                .body("status", equalTo("HELD"))
                .body("allocations[0].quantity", equalTo(3));
        given().get("/api/v1/reservations/{id}", rejected.orderId())
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("reason", equalTo("OUT_OF_STOCK"))
                .body("shortages[0].available", equalTo(1));
    }

    @Test
    void a_reservation_that_nobody_asked_for_is_not_found() {
        given().get("/api/v1/reservations/{id}", UUID.randomUUID()).then().statusCode(404);
        given().get("/api/v1/reservations/not-an-id").then().statusCode(404);
    }
}
