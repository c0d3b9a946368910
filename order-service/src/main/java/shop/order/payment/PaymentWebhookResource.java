package shop.order.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import shop.contracts.Money;
import shop.contracts.Text;
import shop.contracts.http.Problems;

/// What the payment gateway tells by itself, signed as [WebhookSignature] says.
@Path("/api/v1/payments/webhook")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PaymentWebhookResource {

    private final Notices notices;

    PaymentWebhookResource(Notices notices) {
        this.notices = notices;
    }

    /// A repeat is answered like the first. An order that nobody knows is answered 404, so that the gateway tells
    /// again.
    @POST
    @Signed
    public Response tell(
            @HeaderParam("webhook-id") @NotNull @Size(max = 200) @Text String id, @NotNull @Valid Notice notice) {
        var settled = notices.settle(id, notice, answer(notice));
        return Response.noContent()
                .header("Idempotent-Replayed", settled ? null : true)
                .build();
    }

    private static Answer answer(Notice notice) {
        try {
            return notice.answer();
        } catch (Money.NotMoney e) {
            throw Problems.invalid(e.field().equals("price") ? "amount" : e.field(), String.valueOf(e.getMessage()));
        }
    }
}
