package shop.catalog.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class SearchHealthTest {

    private final MeterRegistry metrics;

    SearchHealthTest(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Test
    void how_long_a_change_took_to_be_found_is_on_the_health_page_and_a_metric() {
        Api.eventually(() -> assertThat(health("waitingMillis")).isZero());
        var brand = freshId("Brand");
        var began = System.nanoTime();
        var measured = timer().count();

        Api.create(aProduct().with("brand", brand));

        Api.eventually(() -> assertThat(timer().count()).isGreaterThan(measured));
        var passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        assertThat(health("freshnessMillis")).isBetween(0, (int) passed);
        assertThat(Api.found("brand", brand)).hasSize(1);
        Api.eventually(() -> assertThat(health("waitingMillis")).isZero());
        assertThat(given().get("/q/metrics").asString())
                .contains("catalog_search_freshness_seconds_count", "catalog_search_waiting_seconds");
    }

    static int health(String data) {
        return given().get("/q/health/ready")
                .jsonPath()
                .getInt("checks.find { it.name == 'search index' }.data." + data);
    }

    private Timer timer() {
        return metrics.get("catalog.search.freshness").timer();
    }
}
