package shop.catalog.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.local.test.TestServers;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class SearchAwayTest {

    private static final String DEGRADED = "checks.find { it.name == 'search index' }.data.degraded";

    private final Freeze freeze;

    SearchAwayTest(Freeze freeze) {
        this.freeze = freeze;
    }

    @AfterEach
    void start() {
        TestServers.openSearch().start();
        Api.eventually(() -> Api.search().then().statusCode(200));
    }

    @Test
    void without_opensearch_only_searches_fail_and_all_is_found_when_it_returns() {
        var brand = freshId("Brand");
        var before = aProduct().with("brand", brand);
        var meanwhile = aProduct().with("brand", brand);
        Api.create(before);
        Api.eventually(() -> assertThat(Api.found("brand", brand)).containsExactly(before.id()));

        TestServers.openSearch().kill();

        Api.search("brand", brand)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());
        Api.get(before.id()).then().statusCode(200);
        Api.create(meanwhile).then().statusCode(201);
        given().get("/q/health/ready").then().statusCode(200).body(DEGRADED, equalTo(true));
        Api.eventually(
                () -> assertThat(SearchHealthTest.health("waitingMillis")).isPositive());
        var waiting = SearchHealthTest.health("waitingMillis");
        Api.eventually(
                () -> assertThat(SearchHealthTest.health("waitingMillis")).isGreaterThan(waiting));

        TestServers.openSearch().start();

        Api.eventually(
                () -> assertThat(Api.found("brand", brand)).containsExactlyInAnyOrder(before.id(), meanwhile.id()));
        given().get("/q/health/ready").then().statusCode(200).body(DEGRADED, equalTo(false));
        Api.eventually(
                () -> assertThat(SearchHealthTest.health("waitingMillis")).isZero());
    }

    @Test
    void a_rebuild_waits_for_opensearch_and_goes_on_with_what_it_had_written() throws InterruptedException {
        var brand = freshId("Brand");
        var lamp = aProduct().with("brand", brand);
        Api.create(lamp);
        String index;

        try (var hold = freeze.next()) {
            index = Rebuilding.begin();
            hold.await();
            TestServers.openSearch().kill();
        }
        Api.search().then().statusCode(503);
        assertThat(Rebuilding.progress().getString("state")).isEqualTo("RUNNING");
        TestServers.openSearch().start();

        Rebuilding.awaitCompleted(index);
        Api.eventually(() -> assertThat(Api.found("brand", brand)).containsExactly(lamp.id()));
    }
}
