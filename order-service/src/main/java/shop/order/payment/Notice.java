package shop.order.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;
import shop.contracts.Text;
import shop.order.payment.PaymentGateway.Outcome;

/// What the gateway tells by itself of a payment.
///
/// @param amount what was taken; of a failure, what was not
record Notice(
        @NotNull @Size(min = 1, max = 200) @Text String paymentId,
        @NotNull UUID orderId,
        @NotNull End outcome,

        @NotNull @Pattern(regexp = "[^-].*", message = "must not be negative")
        String amount,

        @NotNull String currency,
        @Nullable @Size(max = 200) @Text String reason) {

    enum End {
        SUCCEEDED,
        FAILED
    }

    /// Throws [Money.NotMoney] where the amount is none.
    Answer answer() {
        var money = Money.of(amount, currency);
        return new Answer(
                orderId,
                switch (outcome) {
                    case SUCCEEDED -> new Outcome.Succeeded(paymentId, money);
                    case FAILED -> new Outcome.Failed(reason == null ? "declined" : reason);
                });
    }
}
