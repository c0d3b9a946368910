package shop.local.suite;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import shop.local.client.Endpoints;
import shop.local.server.Addresses;
import shop.local.server.Daemon;
import shop.local.server.Folders;
import shop.local.server.Mailbox;
import shop.local.server.ManagedServer;
import shop.local.server.Mode;
import shop.local.server.Scale;
import shop.local.server.Server;
import shop.local.server.Servers;
import shop.local.server.Settings;
import shop.local.server.Watchdog;
import shop.local.token.TokenIssuer;

/// The shop in one folder: its servers, its services, their data and logs.
///
/// The processes go on when the JVM that started them ends; whoever opens the folder again finds them.
public record Suite(Path folder, Ports ports, Servers servers) {

    /// A suite of a test's own: empty, at free ports, and ended with this JVM.
    public static Suite startForTest(Path folder) {
        return startForTest(folder, EnumSet.allOf(Service.class));
    }

    /// The same with some of the services only, and the servers that these need.
    public static Suite startForTest(Path folder, Set<Service> services) {
        var ports = Ports.free();
        find(folder, ports).ifPresent(Suite::erase); // What a killed JVM has left.
        Watchdog.over(folder);
        var suite = open(folder, ports);
        new Startup(suite, services, System.out::println).run();
        return suite;
    }

    /// The suite that was started in this folder, whether it still runs or not.
    static Optional<Suite> find(Path folder, Ports ports) {
        return Servers.in(folder).map(it -> new Suite(folder, ports, it));
    }

    /// While servers run, they stay what they are; when none does, their kind can be chosen anew.
    static Suite open(Path folder, Ports ports) {
        return find(folder, ports)
                .filter(Suite::hasServers)
                .orElseGet(() -> new Suite(folder, ports, Servers.setUp(folder, Scale.SUITE, ports::servers)));
    }

    public URI url(Service service) {
        return process(service).url();
    }

    public String address(Server server) {
        return servers.addresses().of(server);
    }

    /// Where its REST APIs answer.
    public Endpoints endpoints() {
        return new Endpoints(
                url(Service.CATALOG).toString(),
                url(Service.CART).toString(),
                url(Service.INVENTORY).toString(),
                url(Service.ORDER).toString(),
                url(Service.NOTIFICATION).toString(),
                "http://" + address(Server.MAILBOX));
    }

    public Mailbox mailbox() {
        return new Mailbox(address(Server.MAILBOX));
    }

    public ManagedServer redis() {
        return server(Server.REDIS);
    }

    public ManagedServer server(Server server) {
        return servers.get(server);
    }

    /// One more process of a service, at a port of its own: it shares the work with the first. Not started yet.
    public ServiceProcess replica(Service service) {
        return process(service, folder.resolve(service.id() + "-replica"), Addresses.freePort());
    }

    public void start(Service service) {
        process(service).start();
    }

    /// In good order.
    public void stop(Service service) {
        process(service).stop();
    }

    /// Like a power failure.
    public void kill(Service service) {
        process(service).kill();
    }

    /// Freezes it: what it was about to do happens when it is resumed.
    public void pause(Service service) {
        process(service).pause();
    }

    public void resume(Service service) {
        process(service).resume();
    }

    public void restart(Service service) {
        stop(service);
        start(service);
    }

    /// Services first, so that they can finish what they are at.
    public void stop() {
        sideBySide(
                Stream.of(Service.values()).<Runnable>map(it -> () -> stop(it)).toList());
        sideBySide(
                Stream.of(Server.values()).<Runnable>map(it -> server(it)::stop).toList());
    }

    private void erase() {
        stop();
        wipe();
    }

    /// Deletes its data and logs, once it is stopped.
    void wipe() {
        Stream.of(Server.values()).map(this::server).forEach(ManagedServer::wipe);
        Folders.delete(folder);
    }

    boolean isExternal() {
        return servers.mode() == Mode.EXTERNAL;
    }

    public ServiceProcess process(Service service) {
        return process(service, folder.resolve(service.id()), ports.of(service));
    }

    /// Whose tokens its services accept.
    public TokenIssuer tokens() {
        return TokenIssuer.in(folder.resolve("tokens"));
    }

    private ServiceProcess process(Service service, Path home, int port) {
        var settings = new HashMap<>(Settings.of(service.servers(), servers.addresses(), service.database()));
        settings.putAll(tokens().settings());
        if (service == Service.NOTIFICATION) {
            settings.put("shop.notification.outbox.copies", "true");
            settings.put("shop.notification.public-url", "http://127.0.0.1:" + ports.of(service));
        }
        return new ServiceProcess(service, new Daemon(home), port, settings, List.of());
    }

    private boolean hasServers() {
        return !isExternal() && Stream.of(Server.values()).map(this::server).anyMatch(ManagedServer::isRunning);
    }

    private static void sideBySide(Collection<Runnable> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tasks.forEach(threads::execute);
        }
    }
}
