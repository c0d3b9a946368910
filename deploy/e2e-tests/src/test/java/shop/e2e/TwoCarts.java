package shop.e2e;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import shop.local.client.Endpoints;
import shop.local.client.RoundRobin;
import shop.local.client.Shop;
import shop.local.suite.Service;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// Gives a class the running shop with two replicas of the cart service, which take turns at its requests. What it
/// gives as [Shop] and as [Endpoints] reaches both, what it gives as [ServiceProcess] is the second one.
final class TwoCarts implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(TwoCarts.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var suite = RunningShop.suite(context);
        var second = suite.replica(Service.CART);
        second.start();
        var proxy = RoundRobin.over(List.of(suite.url(Service.CART), second.url()));
        context.getStore(HERE).put(Running.class, new Running(suite, second, proxy));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var running = context.getStore(HERE).remove(Running.class, Running.class);
        if (running != null) {
            running.proxy().close();
            running.second().stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Suite.class || type == Shop.class || type == Endpoints.class || type == ServiceProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = context.getStore(HERE).get(Running.class, Running.class);
        var type = parameter.getParameter().getType();
        if (type == ServiceProcess.class) {
            return running.second();
        }
        if (type == Suite.class) {
            return running.suite();
        }
        return type == Shop.class ? new Shop(running.endpoints()) : running.endpoints();
    }

    private record Running(Suite suite, ServiceProcess second, RoundRobin proxy) {

        Endpoints endpoints() {
            return suite.endpoints().withCart(proxy.url());
        }
    }
}
