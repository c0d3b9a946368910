package shop.local.test;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import shop.local.server.Addresses;
import shop.local.server.Mailbox;
import shop.local.server.ManagedServer;
import shop.local.server.Scale;
import shop.local.server.Server;
import shop.local.server.Servers;
import shop.local.server.Watchdog;
import shop.local.token.TokenIssuer;

/// The servers of this test JVM, for tests that break them or look into them.
///
/// A system property tells where they are, because test resource and test may be in different class loaders.
public final class TestServers {

    private static final String FOLDER = "shop.test.folder";

    private TestServers() {}

    public static ManagedServer redis() {
        return running().get(Server.REDIS);
    }

    public static ManagedServer postgres() {
        return running().get(Server.POSTGRES);
    }

    public static ManagedServer kafka() {
        return running().get(Server.KAFKA);
    }

    public static ManagedServer openSearch() {
        return running().get(Server.OPENSEARCH);
    }

    /// The server behind [#mailbox()]; it keeps its mails in memory only.
    public static ManagedServer mailServer() {
        return running().get(Server.MAILBOX);
    }

    public static Mailbox mailbox() {
        return new Mailbox(running().addresses().of(Server.MAILBOX));
    }

    static TokenIssuer tokens() {
        return TokenIssuer.in(folder().orElseThrow(TestServers::noServers).resolve("tokens"));
    }

    static synchronized Servers start(Collection<Server> servers) {
        if (folder().isEmpty()) {
            setUp();
        }
        var running = running();
        running.start(servers);
        return running;
    }

    private static void setUp() {
        var name = Long.toString(ProcessHandle.current().pid());
        var folder = Path.of("target", "test-servers", name).toAbsolutePath();
        Watchdog.over(folder);
        Servers.setUp(folder, Scale.valueOf(System.getProperty("shop.test.scale", "TEST")), Addresses::free);
        System.setProperty(FOLDER, folder.toString());
    }

    private static Servers running() {
        return folder().flatMap(Servers::in).orElseThrow(TestServers::noServers);
    }

    private static IllegalStateException noServers() {
        return new IllegalStateException("No servers: use @WithServers");
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of);
    }
}
