package shop.cart.checkout;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import shop.cart.cart.OnceOnly;
import shop.contracts.http.Problems;

/// What a checkout that has begun answers, the first time and every time again.
final class CheckoutAnswers {

    private static final String REPLAYED = "Idempotent-Replayed";

    private CheckoutAnswers() {}

    /// 201, 202, or a problem that is thrown.
    static Response response(CheckOut.Answer answer) {
        var id = answer.checkoutId();
        return switch (answer.outcome()) {
            case null ->
                response(
                        Status.ACCEPTED,
                        "/api/v1/checkouts/" + id,
                        Map.of("checkoutId", id, "state", "PROCESSING"),
                        answer);
            case Outcome.Placed(var total, var currency) ->
                response(
                        Status.CREATED,
                        "/api/v1/orders/" + id,
                        Map.of("orderId", id, "total", total, "currency", currency),
                        answer);
            case Outcome.Rejected it -> throw problem(rejected(it), answer);
            case Outcome.PriceChanged it -> throw problem(priceChanged(it), answer);
        };
    }

    private static Response response(Status status, String location, Map<String, String> body, CheckOut.Answer answer) {
        return Response.status(status)
                .header(HttpHeaders.LOCATION, location)
                .header(REPLAYED, answer.replayed() ? true : null)
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }

    private static HttpProblem problem(HttpProblem.Builder problem, CheckOut.Answer answer) {
        problem.with("checkoutId", answer.checkoutId());
        return (answer.replayed() ? problem.withHeader(REPLAYED, true) : problem).build();
    }

    private static HttpProblem.Builder rejected(Outcome.Rejected rejected) {
        return switch (rejected.reason()) {
            case OUT_OF_STOCK ->
                Problems.conflict(
                                "out-of-stock",
                                "Out of stock",
                                "Less is available than the cart holds; it stays as it is")
                        .with("shortages", rejected.shortages());
            case EXPIRED ->
                Problems.conflict(
                        "checkout-expired", "Took too long", "Stock could not be reserved in time; try again");
            case UNPROCESSABLE ->
                Problems.unprocessable(
                        "checkout-unprocessable", "Cannot be reserved", "Inventory cannot take this checkout");
            case KEY_REUSED ->
                Problems.unprocessable(
                                "idempotency-key-reused",
                                "This key was used for another checkout",
                                "An Idempotency-Key stands for one request; use a new one for another")
                        .with("field", OnceOnly.HEADER);
        };
    }

    private static HttpProblem.Builder priceChanged(Outcome.PriceChanged price) {
        return Problems.conflict(
                        "price-changed",
                        "The price has changed",
                        "The cart costs %s %s now".formatted(price.total(), price.currency()))
                .with("expectedTotal", price.expectedTotal())
                .with("total", price.total())
                .with("currency", price.currency());
    }
}
