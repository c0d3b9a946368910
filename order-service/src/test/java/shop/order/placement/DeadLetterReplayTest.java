package shop.order.placement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.order.ReservedCheckout.aReservedCheckout;
import static shop.order.Rest.awaitStatus;
import static shop.order.Rest.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.contracts.sql.Sql;
import shop.local.test.TestServers;
import shop.local.test.Tokens;
import shop.local.test.WithServers;
import shop.order.ReservedCheckout;
import shop.order.Topics;

@QuarkusTest
@WithServers(database = "orders")
class DeadLetterReplayTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SOURCE = "inventory.reservations.v1";
    private static final String LETTERS = SOURCE + ".order-service.dlq";
    private static final String RETRIES = SOURCE + ".order-service.retry";

    @Inject
    Sql sql;

    @Inject
    DataSource database;

    @Test
    void a_record_refused_while_a_cause_exists_is_replayed_to_this_consumer_alone_once_that_is_gone() {
        var checkout = aReservedCheckout();
        var id = refused(checkout);
        var before = lettersHeld();

        var dryRun = replay(Map.of("ids", List.of(id), "reason", "cause is gone"));
        var nothingYet = letter(id).getList("replayed");
        var replayed = replay(Map.of("ids", List.of(id), "reason", "cause is gone", "dryRun", false));

        awaitStatus(checkout.orderId(), "CONFIRMED");
        assertThat(dryRun.getBoolean("dryRun")).isTrue();
        assertThat(dryRun.getList("replayed")).containsExactly(id);
        assertThat(nothingYet).isEmpty();
        assertThat(replayed.getBoolean("dryRun")).isFalse();
        assertThat(replayed.getList("replayed")).containsExactly(id);
        assertThat(letter(id).getString("replayed[0].actor")).isEqualTo("ann");
        assertThat(letter(id).getString("replayed[0].reason")).isEqualTo("cause is gone");
        assertThat(Topics.on(SOURCE, checkout.key())).hasSize(1);
        assertThat(Topics.on(RETRIES, checkout.key())).hasSize(1);
        assertThat(lettersHeld()).isEqualTo(before);
    }

    @Test
    void a_letter_that_was_replayed_is_left_out_unless_it_is_wanted_again() {
        var checkout = aReservedCheckout();
        var id = refused(checkout);
        var wish = Map.of("ids", List.of(id), "reason", "r", "dryRun", false);
        var remaining = replay(Map.of("ids", List.of(id), "reason", "r")).getLong("remaining");
        replay(wish);

        var second = replay(wish);
        var again = replay(Map.of("ids", List.of(id), "reason", "r", "dryRun", false, "again", true));

        assertThat(second.getList("replayed")).isEmpty();
        assertThat(second.getString("leftOut[0].id")).isEqualTo(id);
        assertThat(second.getString("leftOut[0].why")).contains("replayed before");
        assertThat(second.getLong("remaining")).isEqualTo(remaining);
        assertThat(again.getList("replayed")).containsExactly(id);
        assertThat(letter(id).getList("replayed")).hasSize(2);
        awaitStatus(checkout.orderId(), "CONFIRMED");
        await().atMost(LIMIT).until(() -> Topics.on(RETRIES, checkout.key()).size() == 2);
    }

    @Test
    void an_unreadable_letter_is_listed_and_shown_as_it_came() {
        var key = unreadable();

        var letter = letterOf(key);
        var whole = letter(letter.get("id").toString());

        assertThat(letter)
                .containsEntry("type", "StockReserved")
                .containsEntry("replayable", true)
                .containsEntry("replayed", List.of());
        assertThat(whole.getString("source.topic")).isEqualTo(SOURCE);
        assertThat(whole.getInt("source.partition")).isZero();
        assertThat(whole.getString("reason")).isNotBlank();
        assertThat(Instant.parse(whole.getString("at"))).isBefore(Instant.now().plusSeconds(60));
        assertThat(whole.getString("headers.ce_id")).isEqualTo("id-of-" + key);
        assertThat(whole.getString("valueAs")).isEqualTo("text");
        assertThat(whole.getString("value")).isEqualTo("{\"orderId\"");
        assertThat(whole.getString("key")).isEqualTo(key);
    }

    @Test
    void a_letter_that_fails_again_is_a_new_letter_that_names_its_first_source() {
        var key = unreadable();
        var id = letterOf(key).get("id").toString();
        var source = letter(id).getMap("source");

        replay(Map.of("ids", List.of(id), "reason", "try it", "dryRun", false));

        await().atMost(LIMIT).until(() -> lettersOf(key).size() == 2);
        assertThat(lettersOf(key)).allSatisfy(it -> assertThat(it).containsEntry("source", source));
        assertThat(lettersOf(key))
                .extracting(it -> ((List<?>) it.get("replayed")).size())
                .containsExactly(0, 1);
    }

    @Test
    void a_tombstone_is_replayed_as_a_tombstone() {
        var key = UUID.randomUUID().toString();
        Topics.send(List.of(Topics.reservation(key, "StockReserved", null)));
        var id = letterOf(key).get("id").toString();

        replay(Map.of("ids", List.of(id), "reason", "r", "dryRun", false));

        await().atMost(LIMIT).until(() -> lettersOf(key).size() == 2);
        assertThat(lettersOf(key))
                .allSatisfy(it -> assertThat(letter(it.get("id").toString()).getString("valueAs"))
                        .isEqualTo("tombstone"));
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest_and_what_comes_meanwhile_moves_none() {
        var keys = IntStream.range(0, 5).mapToObj(_ -> unreadable()).toList();
        var seen = new ArrayList<String>();

        var page = page(null);
        seen.addAll(page.getList("items.key"));
        unreadable();
        while (!seen.contains(keys.getFirst())) {
            page = page(page.getString("nextCursor"));
            seen.addAll(page.getList("items.key"));
        }

        assertThat(seen.stream().filter(keys::contains)).containsExactlyElementsOf(keys.reversed());
        assertThat(seen.subList(0, 5)).containsExactlyElementsOf(keys.reversed());
    }

    @Test
    void the_oldest_that_were_not_replayed_yet_are_the_next() {
        unreadable();
        unreadable();

        var wouldBe = replay(Map.of("limit", 2, "reason", "r")).getList("replayed", String.class);
        var first = replay(Map.of("limit", 1, "reason", "r", "dryRun", false)).getList("replayed", String.class);
        var next = replay(Map.of("limit", 1, "reason", "r")).getList("replayed", String.class);

        assertThat(wouldBe).hasSize(2).startsWith(first.getFirst()).endsWith(next.getFirst());
    }

    @Test
    void replays_keep_their_pace() {
        var keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(60).toList();
        Topics.send(keys.stream()
                .map(it -> Topics.reservation(it, "StockReserved", bytes("{")))
                .toList());
        await().atMost(LIMIT).until(() -> idsOf(keys).size() == 60);
        var ids = idsOf(keys);

        var begin = System.nanoTime();
        var replayed = replay(Map.of("ids", ids, "reason", "r", "dryRun", false));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(replayed.getList("replayed")).hasSize(60);
    }

    @Test
    void a_replay_is_refused_while_another_runs_on_any_replica() throws SQLException {
        var id = letterOf(unreadable()).get("id");
        var wish = Map.of("ids", List.of(id), "reason", "r", "dryRun", false);

        Response refused;
        try (var other = database.getConnection();
                var lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(hashtextextended('dead-letter-replay', 0))");
            refused = ask(wish);
            lock.execute("SELECT pg_advisory_unlock(hashtextextended('dead-letter-replay', 0))");
        }

        problem(refused, 409, "replay-running");
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(replay(wish).getList("replayed")).containsExactly(id);
    }

    @Test
    void what_does_not_exist_is_not_found_or_left_out() {
        problem(asked("/" + SOURCE), 404, "not-found");
        problem(asked("/order.orders.v1.cart-service.dlq"), 404, "not-found");
        problem(asked("/" + LETTERS + "/0-999999999"), 404, "not-found");
        problem(asked("/" + LETTERS + "/999-0"), 404, "not-found");

        var leftOut = replay(Map.of("ids", List.of("0-999999999", "999-0"), "reason", "r", "dryRun", false));

        assertThat(leftOut.getList("replayed")).isEmpty();
        assertThat(leftOut.getList("leftOut.id")).containsExactly("0-999999999", "999-0");
    }

    @Test
    void wrong_input_is_refused_by_the_name_of_its_field() {
        assertThat(fieldOf(asked("/" + LETTERS + "/zero"))).isEqualTo("id");
        assertThat(fieldOf(asked("/" + LETTERS + "?limit=0"))).isEqualTo("limit");
        assertThat(fieldOf(asked("/" + LETTERS + "?limit=201"))).isEqualTo("limit");
        assertThat(fieldOf(asked("/" + LETTERS + "?limit=x"))).isEqualTo("limit");
        assertThat(fieldOf(asked("/" + LETTERS + "?cursor=%00"))).isEqualTo("cursor");
        assertThat(fieldOf(asked("/" + LETTERS + "?cursor=eA"))).isEqualTo("cursor");
        assertThat(fieldOf(ask(Map.of("limit", 1)))).endsWith("reason");
        assertThat(fieldOf(ask(Map.of("reason", "r")))).isEqualTo("ids");
        assertThat(fieldOf(ask(Map.of("reason", "r", "limit", 1, "ids", List.of("0-0")))))
                .isEqualTo("ids");
        assertThat(fieldOf(ask(Map.of("reason", "r", "limit", 201)))).endsWith("limit");
        assertThat(fieldOf(ask(Map.of("reason", "r", "ids", List.of("0_0"))))).contains("ids");
        assertThat(fieldOf(ask(Map.of("reason", "r", "ids", List.of())))).endsWith("ids");
        assertThat(fieldOf(ask(Map.of("reason", "r", "limit", 1, "dryRun", "maybe"))))
                .endsWith("dryRun");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/" + LETTERS, "/" + LETTERS + "/0-0", "/nonsense"})
    void operators_need_a_token_of_the_role_support(String path, @TempDir Path otherKeys) {
        var url = "/api/v1/dead-letters" + path;

        var missing = problem(RestAssured.get(url), 401, "unauthorized");
        var forbidden = problem(given().auth().oauth2(Tokens.of("customer")).get(url), 403, "forbidden");

        assertThat(missing.getString("detail")).contains("bearer token", "role support");
        assertThat(forbidden.getString("detail")).contains("role support");
        problem(given().auth().oauth2(Tokens.expired()).get(url), 401, "unauthorized");
        problem(given().auth().oauth2(Tokens.forged(otherKeys)).get(url), 401, "unauthorized");
        problem(given().auth().oauth2("no token").get(url), 401, "unauthorized");
    }

    @Test
    void nothing_is_replayed_without_a_token() {
        var id = letterOf(unreadable()).get("id").toString();
        var body = "{\"ids\": [\"%s\"], \"reason\": \"r\", \"dryRun\": false}".formatted(id);

        var refused =
                given().contentType("application/json").body(body).post("/api/v1/dead-letters/" + LETTERS + "/replay");

        problem(refused, 401, "unauthorized");
        assertThat(letter(id).getList("replayed")).isEmpty();
    }

    @Test
    void all_others_need_no_token_and_mind_no_wrong_one() {
        var order = "/api/v1/orders/" + UUID.randomUUID();

        problem(RestAssured.get(order), 404, "not-found");
        problem(given().auth().oauth2(Tokens.expired()).get(order), 404, "not-found");
        problem(given().auth().oauth2("no token").get(order), 404, "not-found");
    }

    @Test
    void the_api_description_offers_the_token_for_operators_only() {
        var api = given().accept("application/json").get("/q/openapi").jsonPath();

        assertThat(api.getString("components.securitySchemes.SecurityScheme.scheme"))
                .isEqualTo("bearer");
        assertThat(api.getList("paths.'/api/v1/dead-letters'.get.security")).isNotEmpty();
        assertThat(api.getList("paths.'/api/v1/orders/{orderId}'.get.security")).isNull();
    }

    @Test
    void letters_are_counted_by_topic() {
        letterOf(unreadable());

        var metrics = RestAssured.get("/q/metrics").asString();

        assertThat(metrics.lines())
                .anySatisfy(it -> assertThat(it)
                        .matches("shop_dead_letters_total\\{.*topic=\"%s\".*} [1-9].*".formatted(LETTERS)));
    }

    @Test
    void a_broker_that_is_away_is_told_and_not_waited_for() {
        TestServers.kafka().pause();
        Response answer;
        try {
            answer = asked("/" + LETTERS);
        } finally {
            TestServers.kafka().resume();
        }

        problem(answer, 503, "unavailable");
        await().atMost(LIMIT).until(() -> asked("/" + LETTERS).statusCode() == 200);
    }

    /// Lets the database refuse the checkout's order for a while. Returns the letter's id once it could be placed.
    private String refused(ReservedCheckout checkout) {
        var cause = "refused_" + checkout.key().replace('-', '_');
        sql.update("ALTER TABLE orders ADD CONSTRAINT %s CHECK (customer_id <> '%s') NOT VALID"
                .formatted(cause, checkout.customerId()));
        try {
            checkout.arrives();
            return letterOf(checkout.key()).get("id").toString();
        } finally {
            sql.update("ALTER TABLE orders DROP CONSTRAINT " + cause);
        }
    }

    /// Returns the key of a letter that nobody can read.
    private static String unreadable() {
        var key = UUID.randomUUID().toString();
        Topics.send(List.of(Topics.reservation(key, "StockReserved", bytes("{\"orderId\""))));
        letterOf(key);
        return key;
    }

    private static Map<String, Object> letterOf(String key) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(LIMIT)
                .until(() -> !lettersOf(key).isEmpty());
        return lettersOf(key).getFirst();
    }

    private static List<Map<String, Object>> lettersOf(String key) {
        return asked("/" + LETTERS + "?limit=200").jsonPath().<Map<String, Object>>getList("items").stream()
                .filter(it -> key.equals(it.get("key")))
                .toList();
    }

    private static List<Object> idsOf(List<String> keys) {
        return asked("/" + LETTERS + "?limit=200").jsonPath().<Map<String, Object>>getList("items").stream()
                .filter(it -> keys.contains(it.get("key")))
                .map(it -> it.get("id"))
                .toList();
    }

    private static long lettersHeld() {
        var topics = asked("").jsonPath();
        assertThat(topics.getList("items.topic")).containsExactly(LETTERS);
        assertThat(topics.getString("items[0].source")).isEqualTo(SOURCE);
        return topics.getLong("items[0].letters");
    }

    private static JsonPath letter(String id) {
        return asked("/" + LETTERS + "/" + id).jsonPath();
    }

    private static JsonPath page(String cursor) {
        return asked("/" + LETTERS + "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                .jsonPath();
    }

    private static JsonPath replay(Map<String, ?> wish) {
        var answer = ask(wish);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static Response ask(Map<String, ?> wish) {
        return given().auth()
                .oauth2(Tokens.support("ann"))
                .contentType("application/json")
                .body(wish)
                .post("/api/v1/dead-letters/" + LETTERS + "/replay");
    }

    private static Response asked(String path) {
        return given().auth()
                .oauth2(Tokens.support("ann"))
                .urlEncodingEnabled(false)
                .get("/api/v1/dead-letters" + path);
    }

    private static String fieldOf(Response answer) {
        return problem(answer, 400, "validation").getString("violations[0].field");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
