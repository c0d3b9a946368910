package shop.cart.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.cart.cart.Basket;
import shop.cart.pricing.PricedLine;
import shop.cart.pricing.Quote;

/// A customer wants to buy this at this price. All that this service says on `cart.checkouts.v1`.
///
/// @param policyVersion of the pricing policy by which it was priced, at `requestedAt`
/// @param fingerprint of lines, totals and region: an answer with another one answers another request
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckoutRequested(
        String orderId,
        String customerId,
        String cartId,
        List<Line> lines,
        String subtotal,
        String discount,
        String total,
        String currency,
        long policyVersion,
        @Nullable String region,
        @Nullable String addressId,
        @Nullable String paymentMethod,
        String fingerprint,
        Instant requestedAt,
        Instant expiresAt) {

    record Line(
            String productId,
            String name,
            int quantity,
            String unitPrice,
            String discount,
            String total,
            List<Deduction> explanation) {}

    record Deduction(String rule, String amount) {}

    static CheckoutRequested of(
            String orderId,
            String customerId,
            Basket basket,
            Quote quote,
            long policyVersion,
            CheckoutRequest request,
            Instant now,
            Duration expiry) {
        return new CheckoutRequested(
                orderId,
                customerId,
                basket.cart().cartId(),
                quote.lines().stream().map(it -> line(it, basket)).toList(),
                quote.subtotal().text(),
                quote.discount().text(),
                quote.total().text(),
                quote.total().currency().getCurrencyCode(),
                policyVersion,
                request.region(),
                request.addressId(),
                request.paymentMethod(),
                fingerprint(quote, request.region()),
                now,
                now.plus(expiry));
    }

    private static Line line(PricedLine line, Basket basket) {
        return new Line(
                line.productId(),
                basket.nameOf(line.productId()),
                line.item().quantity(),
                line.item().unitPrice().text(),
                line.discount().text(),
                line.total().text(),
                line.explanation().stream()
                        .map(it -> new Deduction(it.rule(), it.amount().text()))
                        .toList());
    }

    private static String fingerprint(Quote quote, @Nullable String region) {
        var text = quote.lines().stream()
                .map(it -> "%s %d %s %s"
                        .formatted(
                                it.productId(),
                                it.item().quantity(),
                                it.item().unitPrice().text(),
                                it.total().text()))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n" + quote.total() + "\n" + region));
        return HexFormat.of().formatHex(sha256(text), 0, 16);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
