package shop.load.catalogue;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import shop.load.measure.Json;
import shop.load.measure.Load;
import shop.local.catalogue.Catalogue;
import shop.local.catalogue.GeneratedProduct;

/// The same searches, sent to OpenSearch itself, of an index with one shard, of one whose documents are routed by id
/// to two, and of one in which they are routed by category, so that a search in a category asks one of two.
///
/// @param products how many are copied for it
record RoutingTable(Json openSearch, Catalogue catalogue, long products, Duration time) {

    private static final int CLIENTS = 8;

    /// A request body for OpenSearch, in a category.
    private record Question(String category, String body) {}

    void print() {
        var routing = new Routing(openSearch);
        try {
            routing.copy(catalogue.productId(products - 1));
            System.out.printf("""

                    | %,d products, %d clients, OpenSearch alone | one shard: a second | ms, p50 / p95 / p99 | failed | two, by id: a second | ms, p50 / p95 / p99 | failed | \
                    two, by category: a second | ms, p50 / p95 / p99 | failed |
                    |---|---|---|---|---|---|---|---|---|---|
                    """, products, CLIENTS);
            row("category, price, rating", this::filtered);
            row("text, category, price", this::text);
            row("category, the cheapest", this::cheapest);
            System.out.printf(
                    "%nBy id, %s; by category, %s%n",
                    routing.documentsByShard(Routing.BY_ID), routing.documentsByShard(Routing.BY_CATEGORY));
        } finally {
            routing.delete();
        }
    }

    private void row(String name, IntFunction<Question> question) {
        var one = Load.atOnce(CLIENTS, time, it -> ask(Routing.ONE_SHARD, "", question.apply(it)));
        var byId = Load.atOnce(CLIENTS, time, it -> ask(Routing.BY_ID, "", question.apply(it)));
        var byCategory = Load.atOnce(CLIENTS, time, it -> {
            var asked = question.apply(it);
            return ask(Routing.BY_CATEGORY, "&routing=" + asked.category(), asked);
        });
        System.out.printf("| %s | %s | %s | %s |%n", name, figures(one), figures(byId), figures(byCategory));
    }

    private static String figures(Load.Result result) {
        return "%,.0f | %s | %d".formatted(result.perSecond(), Aim.millis(result.latencies()), result.failures());
    }

    private boolean ask(String index, String routing, Question question) {
        return openSearch
                .send("POST", "/" + index + "/_search?request_cache=false" + routing, question.body())
                .isSuccess();
    }

    private Question filtered(int number) {
        var product = product(number);
        return question(product, "", price(product) + ", {\"range\": {\"rating\": {\"gte\": 4}}}", "-popularity");
    }

    private Question text(int number) {
        var product = product(number);
        var words = product.name().split("[,:]")[0].split(" ");
        var must = "\"must\": {\"match\": {\"name\": \"%s\"}}, ".formatted(words[words.length - 1]);
        return question(product, must, price(product), "_score");
    }

    private Question cheapest(int number) {
        var product = product(number);
        return question(product, "", price(product), "priceUnits");
    }

    private GeneratedProduct product(int number) {
        return catalogue.product(new SplittableRandom(number).nextLong(products));
    }

    /// In ten-thousandths, as the index keeps prices.
    private static String price(GeneratedProduct product) {
        var units = (long) (Double.parseDouble(product.price()) * 10_000);
        return ", {\"range\": {\"priceUnits\": {\"gte\": %d, \"lte\": %d}}}".formatted(units * 7 / 10, units * 15 / 10);
    }

    private static Question question(GeneratedProduct product, String must, String filters, String sort) {
        var order = sort.equals("priceUnits")
                ? "{\"priceUnits\": \"asc\"}"
                : "{\"%s\": \"desc\"}".formatted(sort.replace("-", ""));
        return new Question(product.category(), """
                {"size": 20, "track_total_hits": 10000, "query": {"bool": {%s
                 "filter": [{"term": {"status": "ACTIVE"}}, {"term": {"category": "%s"}}%s]}},
                 "sort": [%s, {"productId": "asc"}]}""".formatted(must, product.category(), filters, order));
    }
}
