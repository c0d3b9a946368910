package shop.local.server;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What a service is told, in its configuration's own words, about the servers that it uses.
public final class Settings {

    private Settings() {}

    /// @param database the service's own
    public static Map<String, String> of(Collection<Server> servers, Addresses addresses, String database) {
        var settings = new HashMap<String, String>();
        servers.forEach(it -> settings.putAll(of(it, addresses, database)));
        return settings;
    }

    private static Map<String, String> of(Server server, Addresses addresses, String database) {
        var address = addresses.of(server);
        return switch (server) {
            case KAFKA -> Map.of("kafka.bootstrap.servers", address);
            case POSTGRES ->
                Map.of(
                        "quarkus.datasource.jdbc.url", Databases.url(address, database),
                        "quarkus.datasource.username", Databases.USER,
                        "quarkus.datasource.password", Databases.PASSWORD);
            case REDIS -> Map.of("shop.redis.url", "redis://" + address);
            case OPENSEARCH -> Map.of("shop.opensearch.url", "http://" + address);
            case MAILBOX -> mailer(addresses.smtp());
        };
    }

    private static Map<String, String> mailer(String smtp) {
        var colon = smtp.lastIndexOf(':');
        return Map.of(
                "shop.notification.smtp.host", smtp.substring(0, colon),
                "shop.notification.smtp.port", smtp.substring(colon + 1));
    }
}
