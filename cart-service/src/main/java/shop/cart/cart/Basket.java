package shop.cart.cart;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.cart.cart.CartRefusal.CurrencyMismatch;
import shop.cart.cart.CartRefusal.Discontinued;
import shop.cart.cart.CartRefusal.OutOfStock;
import shop.cart.cart.CartRefusal.TooMany;
import shop.cart.cart.CartRefusal.TooManyLines;
import shop.cart.cart.CartRefusal.UnknownProduct;
import shop.cart.customer.MembershipPeriod;
import shop.cart.pricing.Buyer;
import shop.cart.pricing.Item;
import shop.cart.pricing.PricingPolicy;
import shop.cart.pricing.Quote;
import shop.cart.product.Product;

/// A cart together with what it is judged and priced by, all read at one moment.
///
/// @param products those of its lines that the catalog has told of, and others that were asked for
/// @param reserved the products for which stock is held, by the checkout in flight
public record Basket(Cart cart, Map<String, Product> products, MembershipPeriod membership, Set<String> reserved) {

    /// The cart with so many more of a product.
    Cart add(String productId, int quantity, Limits limits) {
        return set(productId, (long) cart.quantityOf(productId) + quantity, limits);
    }

    /// The cart with exactly so many of a product. Refused where they are not to be had now.
    Cart set(String productId, long quantity, Limits limits) {
        var product = sold(productId);
        requireCurrency(product);
        if (quantity > limits.quantity()) {
            throw new TooMany(productId, quantity, limits.quantity());
        }
        if (cart.line(productId).isEmpty() && cart.lines().size() >= limits.lines()) {
            throw new TooManyLines(limits.lines());
        }
        if (quantity > product.available()) {
            throw new OutOfStock(productId, quantity, product.available());
        }
        return cart.with(productId, (int) quantity, CartLine.seen(product.price()));
    }

    /// What the lines that are sold cost when delivered to a region; nothing where there is none.
    public Optional<Quote> quote(PricingPolicy policy, @Nullable String region, Instant at) {
        var items = items();
        return items.isEmpty() ? Optional.empty() : Optional.of(policy.quote(items, buyer(region, at), at));
    }

    /// What the whole cart, which has lines, costs when delivered to a region. Refused where one of them is not sold.
    public Quote quoteOfAll(PricingPolicy policy, @Nullable String region, Instant at) {
        cart.lines().forEach(it -> requireCurrency(sold(it.productId())));
        return policy.quote(items(), buyer(region, at), at);
    }

    /// What the catalog calls one of the products.
    public String nameOf(String productId) {
        return sold(productId).name();
    }

    Basket of(Cart changed) {
        return new Basket(changed, products, membership, reserved);
    }

    private Buyer buyer(@Nullable String region, Instant at) {
        return new Buyer(membership.at(at), region);
    }

    private List<Item> items() {
        var currency = currency().orElse(null);
        return cart.lines().stream().flatMap(it -> item(it, currency)).toList();
    }

    private Stream<Item> item(CartLine line, @Nullable Currency currency) {
        return onSale(line.productId())
                .filter(it -> it.price().currency().equals(currency))
                .map(it -> new Item(it.productId(), it.category(), it.price(), line.quantity()))
                .stream();
    }

    private Product sold(String productId) {
        var product = products.get(productId);
        if (product == null) {
            throw new UnknownProduct(productId);
        }
        return onSale(productId).orElseThrow(() -> new Discontinued(productId));
    }

    Optional<Product> onSale(String productId) {
        return Optional.ofNullable(products.get(productId)).filter(it -> it.status() == Product.Status.ACTIVE);
    }

    void requireCurrency(Product product) {
        var currency = product.price().currency();
        currency().filter(it -> !it.equals(currency)).ifPresent(it -> {
            throw new CurrencyMismatch(product.productId(), currency, it);
        });
    }

    /// That of the first line which is sold.
    private Optional<Currency> currency() {
        return cart.lines().stream()
                .flatMap(it -> onSale(it.productId()).stream())
                .map(it -> it.price().currency())
                .findFirst();
    }
}
