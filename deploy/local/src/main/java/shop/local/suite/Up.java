package shop.local.suite;

import java.util.stream.Stream;
import picocli.CommandLine.Command;
import shop.local.demo.FirstCatalogue;
import shop.local.server.Server;

@Command(name = "up", description = "Starts what does not run yet, and shows where it is.")
final class Up implements Runnable {

    @Override
    public void run() {
        Home.alone(() -> {
            var suite = Suite.open(Home.FOLDER, Home.PORTS);
            stopOutdated(suite);
            new Preflight(suite).check();
            new Startup(suite, System.out::println).run();
            fillIfEmpty(suite);
            showAddresses(suite);
        });
    }

    private static void stopOutdated(Suite suite) {
        Stream.of(Service.values()).filter(it -> suite.process(it).isOutdated()).forEach(it -> {
            System.out.println("  %-14s is built anew: restarts".formatted(it.id()));
            suite.stop(it);
        });
    }

    private static void fillIfEmpty(Suite suite) {
        var loaded = new FirstCatalogue(suite.endpoints()).loadIntoEmptyShop();
        if (loaded > 0) {
            System.out.println("  The shop was empty: %d products are in it now.".formatted(loaded));
        }
    }

    private static void showAddresses(Suite suite) {
        System.out.println("\nThe shop runs.\n");
        Stream.of(Service.values())
                .forEach(it -> System.out.println("  %-14s %s/api/v1   to try it: %s/q/swagger-ui"
                        .formatted(it.id(), suite.url(it), suite.url(it))));
        System.out.println("  %-14s http://%s".formatted("mailbox", suite.address(Server.MAILBOX)));
        System.out.println("  %-14s %s/api/v1/outbox".formatted("all messages", suite.url(Service.NOTIFICATION)));
        Stream.of(Server.KAFKA, Server.POSTGRES, Server.REDIS, Server.OPENSEARCH)
                .forEach(it -> System.out.println("  %-14s %s".formatted(it.id(), suite.address(it))));
        System.out.println("\n./shop status | logs SERVICE | down");
    }
}
