package shop.e2e;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.local.client.Shop;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.Suite;

/// The order service dies at each [KillPoint], one after the other, while customers buy and the payment gateway does
/// what gateways do.
@ExtendWith(RunningShop.class)
class KilledAtEveryPointIT {

    private static final int STOCK = 100_000;

    private final Crowd crowd = new Crowd("killed-at-every-point", 8);
    private FaultyGateway gateway;

    @BeforeEach
    void open(Suite suite) throws IOException {
        gateway = new FaultyGateway(suite.url(Service.ORDER));
        suite.stop(Service.ORDER);
    }

    @Test
    void wherever_the_order_service_dies_no_order_no_event_and_no_money_is_lost(Suite suite, Shop shop) {
        var productId = new Goods(shop).inStock(STOCK);
        var orderService = new MortalOrderService(suite, settings());

        Map<String, ? extends Collection<String>> accepted;
        try (var shoppers = new Shoppers(shop, crowd, productId)) {
            List.of(KillPoint.values()).forEach(orderService::dieAt);
            orderService.start();
            accepted = shoppers.stop();
        }

        var orderIds = accepted.values().stream().flatMap(Collection::stream).toList();
        var aftermath = new Aftermath(shop, gateway);
        aftermath.eachIsOneOrder(accepted);
        var fates = aftermath.moneyHasAnOutcome(orderIds);
        aftermath.everythingIsTold(fates, suite.address(Server.KAFKA));
        aftermath.stockIsWhatWasNotSold(productId, STOCK, fates);
    }

    @AfterEach
    void heal(Suite suite) {
        gateway.close();
        suite.restart(Service.ORDER);
    }

    private Map<String, String> settings() {
        return Map.of(
                "shop.payment.gateway", "HTTP",
                "shop.payment.http.url", gateway.url(),
                "shop.payment.gateway-deadline", "1s",
                "shop.payment.ask-again-after", "2S",
                "shop.payment.timeout", "5S",
                "shop.payment.void-patience", "2S",
                "shop.payment.sweep-every", "1s",
                "shop.payment.webhook.secrets", GatewayNotices.SECRET,
                // The broker's minimum: so long a dead consumer keeps its partitions.
                "mp.messaging.connector.smallrye-kafka.session.timeout.ms", "6000");
    }
}
