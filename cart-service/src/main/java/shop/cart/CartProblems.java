package shop.cart;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import shop.cart.cart.CartRefusal;
import shop.cart.cart.OnceOnly;
import shop.cart.checkout.CheckoutRefusal;
import shop.cart.load.Overloaded;
import shop.cart.projection.Projections;
import shop.cart.redis.RedisAway;
import shop.contracts.http.Problems;

/// What HTTP answers where this service refuses, or cannot.
final class CartProblems {

    private static final int SOON = 1;

    private CartProblems() {}

    @Provider
    static class OfCarts extends ExceptionMapperBase<CartRefusal> {

        private final Projections projections;

        OfCarts(Projections projections) {
            this.projections = projections;
        }

        /// What is not found before all is read again may well exist.
        @Override
        protected HttpProblem toProblem(CartRefusal refusal) {
            return isOfNothing(refusal) && !projections.areWhole()
                    ? Problems.unavailable("The products are being rebuilt", SOON)
                    : problem(refusal);
        }

        private static boolean isOfNothing(CartRefusal refusal) {
            return refusal instanceof CartRefusal.UnknownProduct
                    || refusal instanceof CartRefusal.OutOfStock it && it.available == 0;
        }
    }

    @Provider
    static class OfCheckouts extends ExceptionMapperBase<CheckoutRefusal> {
        @Override
        protected HttpProblem toProblem(CheckoutRefusal refusal) {
            return problem(refusal);
        }
    }

    @Provider
    static class OfRedis extends ExceptionMapperBase<RedisAway> {
        @Override
        protected HttpProblem toProblem(RedisAway away) {
            return Problems.unavailable("The carts cannot be reached", SOON);
        }
    }

    /// Without a word in the log: there may be thousands a second, and a metric counts them.
    @Provider
    static class OfLoad implements ExceptionMapper<Overloaded> {

        private final UriInfo uri;

        OfLoad(UriInfo uri) {
            this.uri = uri;
        }

        @Override
        public Response toResponse(Overloaded overloaded) {
            return HttpProblem.builder()
                    .withType(URI.create("/problems/overloaded"))
                    .withTitle("Too busy right now")
                    .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                    .withDetail(overloaded.getMessage())
                    .withInstance(URI.create(uri.getRequestUri().getRawPath()))
                    .withHeader(HttpHeaders.RETRY_AFTER, Overloaded.RETRY_AFTER_SECONDS)
                    .build()
                    .toResponse();
        }
    }

    private static HttpProblem problem(CartRefusal refusal) {
        var detail = String.valueOf(refusal.getMessage());
        return switch (refusal) {
            case CartRefusal.UnknownProduct it ->
                Problems.unprocessable("unknown-product", "Unknown product", detail)
                        .with("field", "productId")
                        .with("productId", it.productId)
                        .build();
            case CartRefusal.Discontinued it ->
                Problems.unprocessable("product-discontinued", "Not sold any more", detail)
                        .with("field", "productId")
                        .with("productId", it.productId)
                        .build();
            case CartRefusal.OutOfStock it ->
                Problems.conflict("out-of-stock", "Out of stock", detail)
                        .with("field", "quantity")
                        .with("productId", it.productId)
                        .with("requested", it.requested)
                        .with("available", it.available)
                        .build();
            case CartRefusal.CurrencyMismatch it ->
                Problems.unprocessable("currency-mismatch", "Another currency", detail)
                        .with("field", "productId")
                        .with("productId", it.productId)
                        .with("currency", it.currency.getCurrencyCode())
                        .with("cartCurrency", it.cartCurrency.getCurrencyCode())
                        .build();
            case CartRefusal.TooManyLines it ->
                Problems.unprocessable("too-many-lines", "The cart is full", detail)
                        .with("field", "productId")
                        .with("limit", it.limit)
                        .build();
            case CartRefusal.TooMany it ->
                Problems.unprocessable("too-many", "Too many of one product", detail)
                        .with("field", "quantity")
                        .with("productId", it.productId)
                        .with("requested", it.requested)
                        .with("limit", it.limit)
                        .build();
            case CartRefusal.CheckoutInFlight it ->
                Problems.conflict("checkout-in-flight", "A checkout is in flight", detail)
                        .with("field", it.field)
                        .with("checkoutId", it.checkoutId)
                        .build();
            case CartRefusal.KeyReused _ ->
                Problems.unprocessable("idempotency-key-reused", "This key was used for another request", detail)
                        .with("field", OnceOnly.HEADER)
                        .build();
            case CartRefusal.Contended _ -> Problems.unavailable(detail, SOON);
        };
    }

    private static HttpProblem problem(CheckoutRefusal refusal) {
        var detail = String.valueOf(refusal.getMessage());
        return switch (refusal) {
            case CheckoutRefusal.EmptyCart _ ->
                Problems.unprocessable("empty-cart", "The cart is empty", detail)
                        .build();
            case CheckoutRefusal.NotAcknowledged _ -> Problems.unavailable(detail, SOON);
        };
    }
}
