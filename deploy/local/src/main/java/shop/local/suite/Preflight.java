package shop.local.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shop.local.server.Refusal;
import shop.local.server.Server;

/// What can be known to go wrong before anything is started.
record Preflight(Suite suite) {

    /// Measured, with something to spare.
    private static final int SERVICE_MEGABYTES = 320;

    /// Refuses, naming everything that is in the way.
    void check() {
        var obstacles = new ArrayList<>(takenPorts());
        Memory.availableMegabytes().flatMap(this::shortageOfMemory).ifPresent(obstacles::add);
        if (!obstacles.isEmpty()) {
            throw new Refusal(String.join("\n", obstacles));
        }
    }

    List<String> takenPorts() {
        var servers = missingServers().flatMap(it -> takenPorts(it.id(), portsOf(it)));
        var services = missingServices()
                .flatMap(it -> takenPorts(it.id(), List.of(suite.ports().of(it))));
        return Stream.concat(servers, services).toList();
    }

    Optional<String> shortageOfMemory(int availableMegabytes) {
        var needed = missingServers().mapToInt(Preflight::megabytesOf).sum()
                + SERVICE_MEGABYTES * (int) missingServices().count();
        return availableMegabytes >= needed
                ? Optional.empty()
                : Optional.of(
                        "This needs about %d MB of memory, and %d MB are free. End something else, then try again."
                                .formatted(needed, availableMegabytes));
    }

    private static Stream<String> takenPorts(String who, List<Integer> ports) {
        return ports.stream().filter(Port::isTaken).map(it -> taken(who, it));
    }

    private static String taken(String who, int port) {
        return "Port %d, which %s needs, is taken by %s. End that, then try again."
                .formatted(port, who, Port.owner(port).orElse("another process"));
    }

    private Stream<Server> missingServers() {
        return suite.isExternal()
                ? Stream.empty()
                : Stream.of(Server.values()).filter(it -> !suite.server(it).isRunning());
    }

    private Stream<Service> missingServices() {
        return Stream.of(Service.values())
                .filter(it -> suite.process(it).process().isEmpty());
    }

    private List<Integer> portsOf(Server server) {
        var addresses = suite.servers().addresses();
        var port = addresses.portOf(server);
        return server == Server.MAILBOX ? List.of(port, addresses.smtpPort()) : List.of(port);
    }

    private static int megabytesOf(Server server) {
        return switch (server) {
            case KAFKA -> 400;
            case POSTGRES -> 200;
            case REDIS -> 50;
            case OPENSEARCH -> 500;
            case MAILBOX -> 150;
        };
    }
}
