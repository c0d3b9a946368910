package shop.cart.cart;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shop.cart.pricing.PricedLine;
import shop.cart.pricing.Quote;
import shop.cart.product.Product;

/// A cart as the customer sees it, with what it costs now.
///
/// @param cartId null for a customer who has no cart yet
/// @param version counts the changes of this cart
/// @param pendingCheckout the checkout that is in flight, to be looked at under `/checkouts`
record CartView(
        @Nullable String cartId,
        long version,
        String customerId,
        List<Line> lines,
        QuoteView quote,
        @Nullable String pendingCheckout) {

    /// Where a line is on its way to an order.
    enum Status {
        ADDED,
        /// Stock is held for the checkout in flight.
        RESERVED
    }

    /// What the customer should know of a line since its quantity was last set.
    enum Notice {
        /// It cost `previousPrice` then.
        PRICE_CHANGED,
        DISCONTINUED,
        /// Fewer are available than the line says, or the catalog knows nothing of it now.
        UNAVAILABLE
    }

    /// A line; without prices where the product is not sold any more, and then it is not part of the quote.
    record Line(
            String productId,
            @Nullable String name,
            int quantity,
            Status status,
            @Nullable String unitPrice,
            @Nullable String discount,
            @Nullable String total,
            long available,
            @Nullable Notice notice,
            @Nullable String previousPrice) {}

    /// The totals; zero without a currency where nothing is to be priced.
    record QuoteView(
            String subtotal,
            String discount,
            String total,
            @Nullable String currency,
            List<Deduction> explanation) {

        private static final QuoteView NOTHING = new QuoteView("0", "0", "0", null, List.of());
    }

    record Deduction(String productId, String rule, String amount) {}

    static CartView of(String customerId, Basket basket, Optional<Quote> quote) {
        var cart = basket.cart();
        return new CartView(
                cart.version() == 0 ? null : cart.cartId(),
                cart.version(),
                customerId,
                cart.lines().stream().map(it -> line(it, basket, quote)).toList(),
                quote.map(CartView::quote).orElse(QuoteView.NOTHING),
                cart.pendingCheckout());
    }

    private static Line line(CartLine line, Basket basket, Optional<Quote> quote) {
        var product = Optional.ofNullable(basket.products().get(line.productId()));
        var priced = quote.flatMap(it -> it.line(line.productId()));
        var previousPrice = product.flatMap(it -> previousPrice(line, it)).orElse(null);
        var reserved = basket.reserved().contains(line.productId());
        return new Line(
                line.productId(),
                product.map(Product::name).orElse(null),
                line.quantity(),
                reserved ? Status.RESERVED : Status.ADDED,
                priced.map(it -> it.item().unitPrice().text()).orElse(null),
                priced.map(it -> it.discount().text()).orElse(null),
                priced.map(it -> it.total().text()).orElse(null),
                product.map(Product::available).orElse(0L),
                notice(line, product, reserved, previousPrice),
                previousPrice);
    }

    private static @Nullable Notice notice(
            CartLine line, Optional<Product> product, boolean reserved, @Nullable String previousPrice) {
        if (product.isPresent() && product.get().status() == Product.Status.DISCONTINUED) {
            return Notice.DISCONTINUED;
        }
        if (product.isEmpty() || (!reserved && product.get().available() < line.quantity())) {
            return Notice.UNAVAILABLE;
        }
        return previousPrice == null ? null : Notice.PRICE_CHANGED;
    }

    /// What the customer saw confirmed, where it costs something else now.
    private static Optional<String> previousPrice(CartLine line, Product product) {
        return Optional.ofNullable(line.seen())
                .filter(it -> !it.equals(CartLine.seen(product.price())))
                .map(it -> it.substring(0, it.indexOf(' ')));
    }

    private static QuoteView quote(Quote quote) {
        return new QuoteView(
                quote.subtotal().text(),
                quote.discount().text(),
                quote.total().text(),
                quote.total().currency().getCurrencyCode(),
                quote.lines().stream().flatMap(it -> deductions(it).stream()).toList());
    }

    private static List<Deduction> deductions(PricedLine line) {
        return line.explanation().stream()
                .map(it ->
                        new Deduction(line.productId(), it.rule(), it.amount().text()))
                .toList();
    }
}
