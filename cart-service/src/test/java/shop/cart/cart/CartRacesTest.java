package shop.cart.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.wanted;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shop.cart.Http;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class CartRacesTest {

    private static final int CLIENTS = 64;
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("shop.races.seconds", 3));

    private final String customer = aCustomer();
    private final String items = "/carts/" + customer + "/items";

    @Test
    void a_cart_that_many_change_at_random_is_what_the_same_changes_one_by_one_make_of_it() {
        var products = IntStream.range(0, 6)
                .mapToObj(_ -> aProduct("Pen").with(1_000_000).told())
                .toList();

        var changes = Http.atOnce(CLIENTS, () -> changeForAWhile(products)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Change::version).thenComparing(it -> it.action() == Action.REMOVE))
                .toList();

        assertThat(changes).extracting(Change::status).containsOnly(200);
        var model = new TreeMap<String, Integer>();
        for (var change : changes) {
            change.applyTo(model);
        }
        var cart = Http.get("/carts/" + customer).body();
        assertThat(linesOf(cart)).isEqualTo(model);
        assertThat(changes.stream()
                        .mapToLong(Change::version)
                        .filter(it -> it > 0)
                        .distinct()
                        .boxed())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, cart.path("version").asLong())
                                .boxed()
                                .toList());
        assertThat(changes.stream().filter(it -> it.action() != Action.REMOVE).map(Change::version))
                .doesNotHaveDuplicates();
    }

    private List<Change> changeForAWhile(List<String> products) {
        var changes = new ArrayList<Change>();
        var end = System.nanoTime() + LENGTH.toNanos();
        while (System.nanoTime() < end) {
            var random = ThreadLocalRandom.current();
            var action = Action.values()[random.nextInt(Action.values().length)];
            changes.add(change(action, products.get(random.nextInt(products.size())), 1 + random.nextInt(9)));
        }
        return changes;
    }

    private Change change(Action action, String product, int quantity) {
        var reply = switch (action) {
            case ADD -> Http.post(items, wanted(product, quantity));
            case SET -> Http.put(items + "/" + product, "{\"quantity\":%d}".formatted(quantity));
            case REMOVE -> Http.delete(items + "/" + product);
        };
        return new Change(
                action,
                product,
                quantity,
                reply.status(),
                reply.body().path("version").asLong());
    }

    private static Map<String, Integer> linesOf(JsonNode cart) {
        var lines = new TreeMap<String, Integer>();
        cart.path("lines")
                .forEach(it -> lines.put(
                        it.path("productId").asText(), it.path("quantity").asInt()));
        return lines;
    }

    private enum Action {
        ADD,
        SET,
        REMOVE
    }

    /// What a client asked for, and the version of the cart after it; to remove what is not there changes nothing.
    private record Change(Action action, String product, int quantity, int status, long version) {

        private void applyTo(Map<String, Integer> model) {
            switch (action) {
                case ADD -> model.merge(product, quantity, Integer::sum);
                case SET -> model.put(product, quantity);
                case REMOVE -> model.remove(product);
            }
        }
    }
}
