package shop.order.payment;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The gateway that the settings name; a shop's own bean of the type [PaymentGateway] goes before it.
class GatewayChoice {

    enum Kind {
        LOCAL,
        HTTP
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    PaymentGateway chosen(
            @ConfigProperty(name = "shop.payment.gateway") Kind kind,
            Instance<LocalGateway> local,
            Instance<HttpGateway> http) {
        return switch (kind) {
            case LOCAL -> local.get();
            case HTTP -> http.get();
        };
    }
}
