package shop.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import shop.local.client.Endpoints;
import shop.local.client.Shop;
import shop.local.suite.Suite;

/// Gives a test the running shop, as [Suite], as [Shop] or as [Endpoints]. All tests of a run share one.
final class RunningShop implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Suite.class || type == Shop.class || type == Endpoints.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var suite = suite(context);
        var type = parameter.getParameter().getType();
        if (type == Suite.class) {
            return suite;
        }
        return type == Shop.class ? new Shop(suite.endpoints()) : suite.endpoints();
    }

    /// Started by the first test that asks for it.
    static Suite suite(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .suite();
    }

    private record Running(Suite suite) implements AutoCloseable {
        static Running start() {
            return new Running(Suite.startForTest(Path.of("target/suite").toAbsolutePath()));
        }

        @Override
        public void close() {
            suite.stop();
        }
    }
}
