package shop.order.payment;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Checks the bytes of a body as they came, before anybody makes anything of them.
@Provider
@Priority(Priorities.ENTITY_CODER) // Within the body's limit.
@ConstrainedTo(RuntimeType.SERVER) // Not to what the gateway answers.
@Signed
class SignatureCheck implements ReaderInterceptor {

    private final WebhookSignature signature;
    private final Clock clock;

    SignatureCheck(
            @ConfigProperty(name = "shop.payment.webhook.secrets") Optional<List<String>> secrets,
            @ConfigProperty(name = "shop.payment.webhook.window") Duration window,
            Clock clock) {
        this.signature = new WebhookSignature(secrets.orElse(List.of()), window);
        this.clock = clock;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.getInputStream().readAllBytes();
        var headers = context.getHeaders();
        signature.verify(
                new WebhookSignature.Headers(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature")),
                body,
                clock.instant());
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
