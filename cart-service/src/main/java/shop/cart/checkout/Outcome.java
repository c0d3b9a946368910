package shop.cart.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a checkout ended.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Placed.class, name = "PLACED"),
    @JsonSubTypes.Type(value = Outcome.Rejected.class, name = "REJECTED"),
    @JsonSubTypes.Type(value = Outcome.PriceChanged.class, name = "PRICE_CHANGED")
})
sealed interface Outcome {

    /// It became the order of the same id.
    record Placed(String total, String currency) implements Outcome {}

    /// It came to nothing; the cart stayed as it was.
    record Rejected(Reason reason, List<Shortage> shortages) implements Outcome {}

    /// It was never told, because it costs something else than the customer expected.
    record PriceChanged(String expectedTotal, String total, String currency) implements Outcome {}

    /// Of a product, less is available to the customer than was requested.
    ///
    /// @param soldIn where it is not sold in the customer's region: the regions where it is
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shortage(
            String productId,
            long requested,
            long available,
            @Nullable List<String> soldIn) {}

    /// Why a checkout came to nothing.
    enum Reason {
        OUT_OF_STOCK,
        EXPIRED,
        UNPROCESSABLE,
        /// The id was already used for another request: the key stands for that one.
        KEY_REUSED
    }
}
