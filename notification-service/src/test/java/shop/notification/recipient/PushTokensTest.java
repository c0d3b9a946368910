package shop.notification.recipient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.channel.Contact;
import shop.notification.channel.TokenExpired;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class PushTokensTest {

    private static final int THREADS = 12;

    private final ACustomer ann = ACustomer.any();
    private final ACustomer bob = ACustomer.any();

    @Inject
    PushTokens pushTokens;

    @Inject
    Recipients recipients;

    @Inject
    ForgetCustomers forgetCustomers;

    @Inject
    Event<TokenExpired> expired;

    @Inject
    Sql database;

    @Test
    void a_device_registers_once_however_often_it_does() {
        register(ann, token("phone"));
        register(ann, token("tablet"));

        register(ann, token("phone"));

        assertThat(tokensOf(ann)).containsExactly(token("tablet"), token("phone"));
    }

    @Test
    void a_repeat_under_the_same_key_is_answered_as_the_first() {
        var request = given().contentType("application/json")
                .header("Idempotency-Key", token("key"))
                .body(Map.of("token", token("phone")));

        var first = request.post(pathOf(ann));
        var repeat = request.post(pathOf(ann));

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(repeat.statusCode()).isEqualTo(204);
        assertThat(tokensOf(ann)).containsExactly(token("phone"));
    }

    @Test
    void the_twenty_first_device_takes_the_place_of_the_oldest() {
        var tokens = IntStream.rangeClosed(1, 21).mapToObj(it -> token("" + it)).toList();

        tokens.forEach(it -> register(ann, it));

        assertThat(tokensOf(ann)).isEqualTo(tokens.subList(1, 21));
    }

    @Test
    void a_shared_device_belongs_to_who_uses_it_last() {
        register(ann, token("shared"));
        register(ann, token("phone"));

        register(bob, token("shared"));
        put(bob, token("shared"), token("phone"));

        assertThat(tokensOf(ann)).isEmpty();
        assertThat(tokensOf(bob)).containsExactly(token("shared"), token("phone"));
    }

    @Test
    void a_device_that_goes_leaves_the_others() {
        register(ann, token("phone"));
        register(ann, token("a:strange/token?of=20%25&#+~"));

        remove(ann, token("a:strange/token?of=20%25&#+~"));
        remove(ann, token("unknown"));

        assertThat(tokensOf(ann)).containsExactly(token("phone"));
    }

    @Test
    void nobody_removes_a_device_of_another() {
        register(ann, token("phone"));

        remove(bob, token("phone"));

        assertThat(tokensOf(ann)).containsExactly(token("phone"));
    }

    @Test
    void the_longest_token_comes_and_goes() {
        var longest = token("%".repeat(4096)).substring(0, 4096);
        register(ann, longest);
        var registered = tokensOf(ann);

        remove(ann, longest);

        assertThat(registered).containsExactly(longest);
        assertThat(tokensOf(ann)).isEmpty();
    }

    @Test
    void a_choice_that_names_tokens_replaces_them_and_one_that_does_not_leaves_them() {
        register(ann, token("old"));
        put(ann, token("z"), token("a"));

        given().contentType("application/json")
                .body("{\"language\":\"de\"}")
                .put(preferencesOf(ann))
                .then()
                .statusCode(200);

        assertThat(tokensOf(ann)).containsExactly(token("z"), token("a"));
    }

    @Test
    void twenty_tokens_can_be_chosen_and_no_more() {
        var tokens = IntStream.rangeClosed(1, 21).mapToObj(it -> token("" + it)).toList();

        var tooMany = put(ann, tokens);
        var enough = put(ann, tokens.subList(0, 20));

        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(tooMany.jsonPath().getList("violations.field")).containsExactly("pushTokens");
        assertThat(enough.statusCode()).isEqualTo(200);
        assertThat(tokensOf(ann)).isEqualTo(tokens.subList(0, 20));
    }

    @Test
    void people_see_tokens_shortened_only() {
        var token = "fcm-" + token("phone");
        register(ann, token);

        var seen = given().get(preferencesOf(ann));

        assertThat(seen.jsonPath().getList("pushTokens"))
                .containsExactly("fcm-c-" + ann.id().substring(2, 4) + "…");
        assertThat(seen.asString()).doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\": null}",
                "{\"token\": 7}",
                "{\"token\": \"\"}",
                "{\"token\": \"a b\"}",
                "[]",
                ""
            })
    void what_is_no_token_is_refused(String body) {
        var answer = given().contentType("application/json").body(body).post(pathOf(ann));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("token");
    }

    @Test
    void what_is_no_token_cannot_be_removed() {
        assertThat(removing(ann, "a\u0000b").statusCode()).isEqualTo(400);
        assertThat(removing(ann, "x".repeat(4097)).statusCode()).isEqualTo(400);
    }

    @Test
    void an_erased_customer_has_no_devices() {
        recipients.keep(List.of(new Recipient(2, true, Contact.none(ann.id()))));

        var answer = registering(ann, token("phone"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(tokensOf(ann)).isEmpty();
    }

    @Test
    void a_device_that_has_gone_is_forgotten_and_no_other() {
        register(ann, token("phone"));
        register(ann, token("gone"));
        register(ann, token("gone-too"));

        expired.fire(new TokenExpired(bob.id(), token("phone")));
        expired.fire(new TokenExpired(ann.id(), "no token"));
        expired.fire(new TokenExpired(ann.id(), token("gone")));
        expired.fireAsync(new TokenExpired(ann.id(), token("gone-too")));

        await().atMost(Duration.ofSeconds(20)).until(() -> tokensOf(ann).size() == 1);
        assertThat(tokensOf(ann)).containsExactly(token("phone"));
    }

    @Test
    void devices_that_register_at_once_are_all_there() {
        var tokens = IntStream.range(0, THREADS).mapToObj(it -> token("" + it)).toList();

        AtOnce.run(THREADS, nth -> registering(ann, tokens.get(nth)).statusCode());

        assertThat(tokensOf(ann)).containsExactlyInAnyOrderElementsOf(tokens);
    }

    @Test
    void devices_that_register_at_once_are_twenty_at_the_most() {
        put(ann, IntStream.range(0, 20).mapToObj(it -> token("old" + it)).toList());

        AtOnce.run(THREADS, nth -> registering(ann, token("new" + nth)).statusCode());

        assertThat(tokensOf(ann))
                .hasSize(20)
                .containsAll(IntStream.range(0, THREADS)
                        .mapToObj(it -> token("new" + it))
                        .toList());
    }

    @Test
    void customers_who_take_devices_from_each_other_at_once_all_get_an_answer() {
        var some = IntStream.range(0, 10).mapToObj(it -> token("some" + it)).toList();
        var others = IntStream.range(0, 10).mapToObj(it -> token("other" + it)).toList();

        var answers = IntStream.range(0, 30)
                .mapToObj(round -> AtOnce.run(
                        2,
                        nth -> put(nth == 0 ? ann : bob, (nth + round) % 2 == 0 ? some : others)
                                .statusCode()))
                .toList();

        assertThat(answers).containsOnly(List.of(200, 200));
    }

    @Test
    void a_device_that_registers_while_its_customer_is_erased_waits_and_is_not_kept() {
        register(ann, token("phone"));

        var registering = QuarkusTransaction.requiringNew().call(() -> {
            recipients.keep(List.of(new Recipient(2, true, Contact.none(ann.id()))));
            forgetCustomers.forget(List.of(ann.id()));
            var answer = CompletableFuture.supplyAsync(
                    () -> registering(ann, token("tablet")).statusCode());
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            return answer;
        });

        assertThat(registering).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(404);
        assertThat(tokensOf(ann)).isEmpty();
    }

    private boolean somebodyWaits() {
        var sql = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
        return !database.query(sql, _ -> 1).isEmpty();
    }

    private String token(String name) {
        return ann.id() + "-" + name;
    }

    private List<String> tokensOf(ACustomer customer) {
        return pushTokens.of(customer.id()).stream().map(PushToken::value).toList();
    }

    private static void register(ACustomer customer, String token) {
        assertThat(registering(customer, token).statusCode()).isEqualTo(204);
    }

    private static Response registering(ACustomer customer, String token) {
        return given().contentType("application/json")
                .body(Map.of("token", token))
                .post(pathOf(customer));
    }

    private static void remove(ACustomer customer, String token) {
        assertThat(removing(customer, token).statusCode()).isEqualTo(204);
    }

    private static Response removing(ACustomer customer, String token) {
        var encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
        return given().urlEncodingEnabled(false).delete(pathOf(customer) + "/" + encoded);
    }

    private static void put(ACustomer customer, String... tokens) {
        assertThat(put(customer, List.of(tokens)).statusCode()).isEqualTo(200);
    }

    private static Response put(ACustomer customer, List<String> tokens) {
        return given().contentType("application/json")
                .body(Map.of("pushTokens", tokens))
                .put(preferencesOf(customer));
    }

    private static String pathOf(ACustomer customer) {
        return preferencesOf(customer) + "/push-tokens";
    }

    private static String preferencesOf(ACustomer customer) {
        return "/api/v1/customers/%s/preferences".formatted(customer.id());
    }
}
