package shop.order.payment;

import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks a gateway over HTTP. What it does not answer as [GatewayApi] says is unknown, not declined: a wrong key or an
/// overloaded gateway says nothing about the customer's money.
@ApplicationScoped
@Typed(HttpGateway.class)
class HttpGateway implements PaymentGateway {

    private final GatewayApi api;

    HttpGateway(@RestClient GatewayApi api) {
        this.api = api;
    }

    /// The breaker keeps a gateway that is down from being asked by every payment that is due; both calls share the
    /// client's deadline.
    @Override
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2000)
    @CircuitBreakerName("payment-gateway-charge")
    public Outcome charge(DuePayment payment) {
        return api.charge(payment.orderId(), GatewayApi.Charge.of(payment)).outcome();
    }

    @Override
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2000)
    @CircuitBreakerName("payment-gateway-void")
    public Outcome voidPayment(DuePayment payment) {
        return api.voidPayment(payment.orderId(), payment.orderId()).outcome();
    }
}
