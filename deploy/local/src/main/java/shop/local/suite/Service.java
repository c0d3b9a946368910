package shop.local.suite;

import static shop.local.server.Server.KAFKA;
import static shop.local.server.Server.MAILBOX;
import static shop.local.server.Server.OPENSEARCH;
import static shop.local.server.Server.POSTGRES;
import static shop.local.server.Server.REDIS;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import shop.local.server.Project;
import shop.local.server.Server;

/// The services of the shop, with the servers that each needs.
public enum Service {
    CATALOG("catalog", OPENSEARCH),
    CART("cart", REDIS),
    INVENTORY("inventory", REDIS),
    ORDER("orders"), // "order" is a word of SQL.
    NOTIFICATION("notification", MAILBOX);

    private final String database;
    private final Set<Server> servers;

    Service(String database, Server... more) {
        this.database = database;
        this.servers = Set.copyOf(
                Stream.concat(Stream.of(KAFKA, POSTGRES), Stream.of(more)).toList());
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<Server> servers() {
        return servers;
    }

    String database() {
        return database;
    }

    Path jar() {
        return Project.root().resolve(id() + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
