package shop.notification.delivery;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class HealthTest {

    @Test
    void the_service_is_ready_and_says_how_its_providers_are() {
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("Database connections health check", "Notification providers"));
    }

    @Test
    void the_documentation_names_every_path() {
        when().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/v1/notifications/{id}/resend"))
                .body(containsString("/api/v1/customers/{customerId}/preferences"));
    }
}
