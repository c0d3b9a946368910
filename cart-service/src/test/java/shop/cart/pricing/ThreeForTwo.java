package shop.cart.pricing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;

/// A strategy that the shop does not have: of three of a product, one is free.
record ThreeForTwo() implements PricingStrategy {

    @Override
    public String rule() {
        return "THREE_FOR_TWO";
    }

    @Override
    public BigDecimal priceOf(Item item, BigDecimal price, Buyer buyer, Instant at) {
        return price.subtract(item.unitPrice().times(item.quantity() / 3).amount());
    }

    /// Its line, as it would stand in [StrategyTypes].
    @Singleton
    static class Type implements ObjectMapperCustomizer {

        @Override
        public void customize(ObjectMapper json) {
            json.registerSubtypes(new NamedType(ThreeForTwo.class, "THREE_FOR_TWO"));
        }
    }
}
