package shop.local.test;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import shop.local.server.Server;
import shop.local.server.Settings;

/// Starts the servers that [WithServers] names, and tells the application where they are.
public final class ServersResource implements QuarkusTestResourceConfigurableLifecycleManager<WithServers> {

    private Set<Server> servers = Set.of();
    private String database = "";

    @Override
    public void init(WithServers annotation) {
        servers = serversOf(annotation);
        database = annotation.database();
    }

    @Override
    public Map<String, String> start() {
        var running = TestServers.start(servers);
        var settings = new HashMap<>(Settings.of(servers, running.addresses(), database));
        settings.putAll(TestServers.tokens().settingsForTest());
        return settings;
    }

    /// The next application of this JVM finds them running; [Watchdog] ends them.
    @Override
    public void stop() {}

    static Set<Server> serversOf(WithServers annotation) {
        var servers = EnumSet.of(Server.KAFKA);
        addIf(!annotation.database().isEmpty(), Server.POSTGRES, servers);
        addIf(annotation.redis(), Server.REDIS, servers);
        addIf(annotation.openSearch(), Server.OPENSEARCH, servers);
        addIf(annotation.mailbox(), Server.MAILBOX, servers);
        return servers;
    }

    private static void addIf(boolean wanted, Server server, Set<Server> servers) {
        if (wanted) {
            servers.add(server);
        }
    }
}
