package shop.notification.message;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class TemplateResourceTest {

    private static final String TEMPLATES = "/api/v1/templates";

    @Test
    void what_can_be_said_is_listed() {
        when().get(TEMPLATES)
                .then()
                .statusCode(200)
                .body("kinds", hasItems("OrderPlaced", "CartExpired"))
                .body("kinds.size()", equalTo(8))
                .body("languages", hasItems("de", "en"));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_is_shown_by_an_example(Kind kind) {
        var expected = Letters.written(Examples.of(kind), "de");

        var shown = when().get(TEMPLATES + "/{kind}?language=de", kind.type())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("kind", equalTo(kind.type()))
                .body("language", equalTo("de"))
                .extract()
                .jsonPath();

        assertThat(new Message(
                        shown.getString("subject"),
                        shown.getString("html"),
                        shown.getString("text"),
                        shown.getString("brief")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"de-AT, de", "fr, en", "pt-BR, en"})
    void the_language_that_is_written_in_is_told(String asked, String written) {
        when().get(TEMPLATES + "/OrderPlaced?language={asked}", asked).then().body("language", equalTo(written));
        when().get(TEMPLATES + "/OrderPlaced").then().body("language", equalTo("en"));
    }

    @Test
    void a_browser_is_shown_the_mail_and_may_load_and_run_nothing() {
        given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(TEMPLATES + "/OrderShipped?language=de")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'unsafe-inline';"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Security-Policy", not(containsString("script")))
                .header("X-Content-Type-Options", "nosniff")
                .body(startsWith("<!DOCTYPE html>"))
                .body(containsString("Voraussichtliche Zustellung"));
    }

    @Test
    void ones_own_facts_are_shown() {
        given().contentType("application/json")
                .body(cancelled("\"<script>alert(1)</script>\""))
                .post(TEMPLATES + "/OrderCancelled/preview?language=de")
                .then()
                .statusCode(200)
                .body("kind", equalTo("OrderCancelled"))
                .body("language", equalTo("de"))
                .body("subject", containsString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a11"))
                .body("html", containsString("&lt;script&gt;"))
                .body("html", not(containsString("<script")))
                .body("text", containsString("„<script>alert(1)</script>“"));
    }

    @Test
    void what_may_be_missing_in_an_event_may_be_missing_in_a_preview() {
        given().contentType("application/json")
                .body(expiring("[{\"productId\":\"MUG\",\"quantity\":2}]"))
                .post(TEMPLATES + "/CartExpiring/preview")
                .then()
                .statusCode(200)
                .body("text", containsString("2 × MUG\n"));
    }

    @Test
    void a_kind_that_does_not_exist_is_not_found() {
        when().get(TEMPLATES + "/OrderLost").then().statusCode(404).contentType("application/problem+json");
        given().accept("text/html").get(TEMPLATES + "/OrderLost").then().statusCode(404);
        given().contentType("application/json")
                .body("{}")
                .post(TEMPLATES + "/OrderLost/preview")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "de_AT", "english language", "und", "../en"})
    void a_language_that_is_no_tag_is_named(String language) {
        given().queryParam("language", language)
                .get(TEMPLATES + "/OrderPlaced")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("language"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                          | lines",
                "`\"lines\":null`                                            | lines",
                "`\"lines\":[{\"quantity\":2}]`                              | lines[0].productId",
                "`\"lines\":[{\"productId\":\"MUG\"}]`                       | lines[0].quantity",
                "`\"lines\":[null]`                                          | lines[0]",
                "`\"lines\":7`                                               | lines",
                "`\"lines\":[{\"productId\":\"MUG\",\"quantity\":\"many\"}]` | lines[0].quantity"
            })
    void what_is_missing_or_wrong_in_a_body_is_named(String lines, String field) {
        var body = """
                {"cartId":"5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a11","customerId":"c-1",
                 "lastActivity":"2026-11-27T10:15:30Z","expiresAt":"2026-11-28T10:15:30Z"%s}
                """.formatted(lines.isEmpty() ? "" : "," + lines);

        given().contentType("application/json")
                .body(body)
                .post(TEMPLATES + "/CartExpiring/preview")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "\"text\""})
    void a_body_that_is_no_object_is_refused(String body) {
        given().contentType("application/json")
                .body(body)
                .post(TEMPLATES + "/OrderPlaced/preview")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("body"));
    }

    private static String cancelled(String reason) {
        return """
                {"orderId":"5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a11","customerId":"c-1","sequence":2,
                 "at":"2026-11-27T10:15:30Z","reason":%s,"more":"is ignored"}
                """.formatted(reason);
    }

    private static String expiring(String lines) {
        return """
                {"cartId":"5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a11","customerId":"c-1",
                 "lastActivity":"2026-11-27T10:15:30Z","expiresAt":"2026-11-28T10:15:30Z","lines":%s}
                """.formatted(lines);
    }
}
