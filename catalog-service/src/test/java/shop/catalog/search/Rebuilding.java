package shop.catalog.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import shop.catalog.Api;

/// Rebuilds of the index as its operator asks for them.
final class Rebuilding {

    private static final String PATH = "/api/v1/search/index/rebuild";

    private Rebuilding() {}

    static Response post() {
        return given().post(PATH);
    }

    static JsonPath progress() {
        return given().get(PATH).then().statusCode(200).extract().jsonPath();
    }

    /// Begins one, after the one that may run; returns the name of its index.
    static String begin() {
        Api.eventually(() -> post().then().statusCode(202));
        return progress().getString("index");
    }

    /// Returns when an index serves that needs no rebuild, and none runs.
    static void awaitWhole(ProductIndices indices) {
        Api.eventually(() -> assertThat(indices.areUpToDate()).isTrue());
        awaitNone();
    }

    static void awaitNone() {
        Api.eventually(() -> assertThat(progress().getString("state")).isNotEqualTo("RUNNING"));
    }

    static void awaitCompleted(String index) {
        Api.eventually(() -> {
            assertThat(progress().getString("index")).isEqualTo(index);
            assertThat(progress().getString("state")).isEqualTo("COMPLETED");
        });
    }

    static void complete() {
        awaitCompleted(begin());
    }
}
