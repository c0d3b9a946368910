package shop.cart.pricing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// The strategies that there are, by the `type` that a policy calls them.
@Singleton
class StrategyTypes implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.addMixIn(PricingStrategy.class, Typed.class);
        json.addHandler(new NoStrategy());
        json.registerSubtypes(
                new NamedType(RegularPricing.class, "REGULAR"),
                new NamedType(BulkPricing.class, "BULK"),
                new NamedType(MembershipPricing.class, "MEMBERSHIP"),
                new NamedType(SeasonalPricing.class, "SEASONAL"),
                new NamedType(RegionalPricing.class, "REGIONAL"));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = NoStrategy.TYPE)
    private interface Typed {}
}
