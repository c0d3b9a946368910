package shop.notification.recipient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.channel.Contact;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class UnsubscribeTest {

    private static final String PUBLIC_URL = "https://shop.example.com/told";

    private final ACustomer customer = ACustomer.any();

    @Inject
    UnsubscribeKey key;

    @Inject
    Recipients recipients;

    @Inject
    ForgetCustomers forgetCustomers;

    @Inject
    Sql database;

    @BeforeEach
    void the_customer_is_known() {
        recipients.keep(List.of(new Recipient(1, false, Contact.none(customer.id()))));
    }

    @Test
    void looking_at_the_page_changes_nothing() {
        var page = given().get(link());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("<form method=\"post\">", "Turn reminders off", "lang=\"en\"");
        assertThat(versionOfPreferences()).isZero();
    }

    @Test
    void the_button_turns_off_the_reminders_on_every_channel_and_nothing_else() {
        var page = given().contentType("application/x-www-form-urlencoded").post(link());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Done.").doesNotContain("<form");
        var off = Map.of("EMAIL", false, "SMS", false, "PUSH", false);
        assertThat(preferences().getMap("kinds")).isEqualTo(Map.of("CartExpiring", off, "CartExpired", off));
        assertThat(preferences().getMap("channels").values()).containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-www-form-urlencoded", "text/plain", "application/json", "multipart/form-data"})
    void a_mail_program_does_it_by_itself(String contentType) {
        var answer = given().config(verbatim(contentType))
                .contentType(contentType)
                .body("List-Unsubscribe=One-Click")
                .post(link());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(versionOfPreferences()).isOne();
    }

    @Test
    void no_content_type_will_do() {
        assertThat(given().noContentType().accept("").post(link()).statusCode()).isEqualTo(200);
        assertThat(versionOfPreferences()).isOne();
    }

    @Test
    void a_second_time_is_done_as_well_and_changes_nothing() {
        given().post(link());

        var again = given().post(link());

        assertThat(again.asString()).contains("Done.");
        assertThat(versionOfPreferences()).isOne();
    }

    @Test
    void other_choices_stay() {
        choose(
                "{\"channels\":{\"SMS\":false},\"kinds\":{\"OrderShipped\":{\"PUSH\":false},\"CartExpired\":{\"PUSH\":true}}}");

        given().post(link());

        assertThat(preferences().getBoolean("channels.SMS")).isFalse();
        assertThat(preferences().getBoolean("kinds.OrderShipped.PUSH")).isFalse();
        assertThat(preferences().getBoolean("kinds.CartExpired.PUSH")).isFalse();
    }

    @Test
    void the_page_is_in_the_customers_language() {
        choose("{\"language\":\"de-AT\"}");

        assertThat(given().get(link()).asString()).contains("lang=\"de\"", "Möchten", "Erinnerungen abstellen");
        assertThat(given().post(link()).asString()).contains("Erledigt.");
    }

    @Test
    void a_language_that_there_is_not_is_english() {
        choose("{\"language\":\"fr\"}");

        assertThat(given().get(link()).asString()).contains("Turn reminders off");
    }

    @Test
    void the_page_is_kept_nowhere_loads_nothing_and_shows_nobody() {
        for (var page : List.of(given().get(link()), given().post(link()))) {
            assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.asString()).doesNotContain(customer.id());
        }
    }

    @Test
    void a_link_that_is_not_ours_is_not_found() {
        var another = given().get(path(new UnsubscribeTokens(new byte[32]).tokenOf(customer.id())));
        var cut = given().post(link().substring(0, link().length() - 1));

        assertThat(List.of(another, cut)).extracting(Response::statusCode).containsOnly(404);
        assertThat(cut.contentType()).startsWith("application/problem+json");
        assertThat(versionOfPreferences()).isZero();
    }

    @Test
    void of_an_erased_customer_an_old_link_keeps_nothing() {
        recipients.keep(List.of(new Recipient(2, true, Contact.none(customer.id()))));

        var page = given().post(link());

        assertThat(page.asString()).contains("Done.");
        assertThat(versionOfPreferences()).isZero();
    }

    @Test
    void of_a_customer_who_was_removed_an_old_link_keeps_nothing() {
        given().post(link());
        QuarkusTransaction.requiringNew().run(() -> {
            recipients.remove(List.of(customer.id()));
            forgetCustomers.forget(List.of(customer.id()));
        });

        var page = given().post(link());

        assertThat(page.asString()).contains("Done.");
        assertThat(versionOfPreferences()).isZero();
    }

    @Test
    void the_key_is_made_once_for_all_replicas() {
        var keys = AtOnce.run(8, _ -> key.get());

        assertThat(keys).allSatisfy(it -> assertThat(it).hasSize(32).isEqualTo(key.get()));
        assertThat(database.query("SELECT 1 FROM unsubscribe_key", _ -> 1)).hasSize(1);
    }

    @Test
    void without_a_public_address_there_is_no_link() {
        assertThat(new Unsubscribing(Optional.empty(), key).linkFor(customer.id()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example.com", "https://", "https://shop.example.com/?a=b", "mailto:ann@example.com"})
    void what_is_no_address_is_refused_at_the_start(String publicUrl) {
        assertThatThrownBy(() -> new Unsubscribing(Optional.of(publicUrl), key))
                .hasMessageContaining("shop.notification.public-url");
    }

    private String link() {
        var link = new Unsubscribing(Optional.of(PUBLIC_URL + "/"), key).linkFor(customer.id());
        var text = link.orElseThrow().toString();
        assertThat(text).startsWith(PUBLIC_URL + "/api/v1/unsubscribe/");
        return text.substring(PUBLIC_URL.length());
    }

    private static String path(String token) {
        return "/api/v1/unsubscribe/" + token;
    }

    private void choose(String body) {
        given().contentType("application/json")
                .body(body)
                .put("/api/v1/customers/%s/preferences".formatted(customer.id()))
                .then()
                .statusCode(200);
    }

    private JsonPath preferences() {
        return given().get("/api/v1/customers/%s/preferences".formatted(customer.id()))
                .jsonPath();
    }

    private int versionOfPreferences() {
        return database
                .query(
                        "SELECT version FROM preferences WHERE customer_id = ?",
                        row -> row.getInt("version"),
                        customer.id())
                .stream()
                .findFirst()
                .orElse(0);
    }

    /// REST Assured would encode the body by its type.
    private static RestAssuredConfig verbatim(String contentType) {
        return RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(contentType, ContentType.TEXT));
    }
}
