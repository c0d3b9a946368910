package shop.order.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;
import shop.contracts.Text;
import shop.order.payment.PaymentGateway.Outcome;

/// What a payment gateway has to offer over HTTP; an adapter in front of a real one speaks it.
@RegisterRestClient(configKey = "payment-gateway")
@ClientHeaderParam(name = "Authorization", value = "Bearer ${shop.payment.http.token}")
interface GatewayApi {

    String KEY = "Idempotency-Key";

    /// Takes the money, once for each key, or says what became of it.
    @POST
    @Path("/payments")
    PaymentState charge(@HeaderParam(KEY) UUID orderId, Charge charge);

    /// Sees to it that no money is taken for this order any more, or says that it was.
    @POST
    @Path("/payments/{orderId}/void")
    PaymentState voidPayment(@HeaderParam(KEY) UUID key, @PathParam("orderId") UUID orderId);

    record Charge(
            UUID orderId,
            String amount,
            String currency,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String method) {

        static Charge of(DuePayment payment) {
            var amount = payment.amount();
            return new Charge(
                    payment.orderId(), amount.text(), amount.currency().getCurrencyCode(), payment.method());
        }
    }

    enum State {
        SUCCEEDED,
        FAILED,
        VOIDED,
        /// The customer is at it; the gateway tells by the webhook.
        PENDING
    }

    /// @param paymentId and amount and currency: of a payment that succeeded
    record PaymentState(
            @Nullable State status,
            @Nullable String paymentId,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String reason) {

        Outcome outcome() {
            return switch (status) {
                case SUCCEEDED -> succeeded();
                case FAILED -> new Outcome.Failed(reason != null && isPlain(reason) ? reason : "declined");
                case VOIDED -> new Outcome.Voided();
                case PENDING -> new Outcome.Pending();
                case null -> new Outcome.Unknown("an answer without a status");
            };
        }

        private Outcome succeeded() {
            return paymentId == null
                            || !isPlain(paymentId)
                            || amount == null
                            || amount.startsWith("-")
                            || currency == null
                    ? new Outcome.Unknown("a success without a usable paymentId, amount or currency")
                    : new Outcome.Succeeded(paymentId, Money.of(amount, currency));
        }

        /// What [Notice] takes as well.
        private static boolean isPlain(String text) {
            return !text.isBlank() && text.length() <= 200 && text.matches(Text.PATTERN);
        }
    }
}
