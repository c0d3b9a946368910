package shop.load.notifications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import shop.load.measure.Connections;
import shop.load.measure.Json;
import shop.load.measure.Wait;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// A suite of one part's own, with the notification-service alone, its providers, and customers to be told.
final class Stage implements AutoCloseable {

    private static final String DEVICE = """
            {"token":"device-of-%s"}""";

    private final Suite suite =
            Suite.startForTest(Path.of("target/benchmark").toAbsolutePath(), EnumSet.of(Service.NOTIFICATION));
    private final CloseableHttpClient http = Connections.keptOpen();
    private final Announcer announcer = new Announcer(suite.address(Server.KAFKA));
    private final Database database = Database.of(suite);
    private final Providers providers;

    /// The service is not running: it has only made its tables.
    ///
    /// @param accepted hears of each message that a provider takes, by its notification's id, and when
    Stage(Temper temper, BiConsumer<String, Instant> accepted) {
        providers = new Providers(suite.folder(), temper, accepted);
        suite.stop(Service.NOTIFICATION);
    }

    Suite suite() {
        return suite;
    }

    Announcer announcer() {
        return announcer;
    }

    Database database() {
        return database;
    }

    Providers providers() {
        return providers;
    }

    /// The first process of the service, sending on these channels; not started.
    ServiceProcess service(Collection<String> channels) {
        return suite.process(Service.NOTIFICATION).with(providers.settings(channels), List.of());
    }

    /// The second; not started either.
    ServiceProcess replica(Collection<String> channels) {
        return suite.replica(Service.NOTIFICATION).with(providers.settings(channels), List.of());
    }

    Json rest(ServiceProcess process) {
        return new Json(http, process.url().toString());
    }

    /// Makes customers known to a running service, each with one device.
    void introduce(int customers, ServiceProcess service) {
        IntStream.range(0, customers).mapToObj(Stories::customerId).forEach(announcer::tellOfCustomer);
        announcer.flush();
        if (!Wait.toReach(customers, database::customers)) {
            throw new IllegalStateException("The service does not hear of its customers");
        }
        var rest = rest(service);
        IntStream.range(0, customers)
                .mapToObj(Stories::customerId)
                .forEach(it ->
                        rest.send("POST", devicesOf(it), DEVICE.formatted(it)).expectSuccess());
    }

    @Override
    public void close() {
        suite.stop(Service.NOTIFICATION);
        providers.close();
        announcer.close();
        database.close();
        suite.stop();
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String devicesOf(String customerId) {
        return "/api/v1/customers/%s/preferences/push-tokens".formatted(customerId);
    }
}
