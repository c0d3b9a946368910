package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Where the servers answer, each as `host:port`.
///
/// @param smtp where the mailbox takes mails; its entry in `servers` is where it shows them
public record Addresses(Map<Server, String> servers, String smtp) {

    private static final String SMTP = "smtp";

    /// Fixed ports, out of the way of servers that a developer may run at their usual ones.
    public static Addresses standard() {
        return from(name -> local(
                switch (name) {
                    case "kafka" -> 19092;
                    case "postgres" -> 15432;
                    case "redis" -> 16379;
                    case "opensearch" -> 19200;
                    case "mailbox" -> 18025;
                    case SMTP -> 11025;
                    default -> throw new IllegalArgumentException(name);
                }));
    }

    /// Ports that nobody uses now.
    public static Addresses free() {
        return from(_ -> local(freePort()));
    }

    /// Somebody else's servers: `SHOP_KAFKA=host:port` and so on.
    static Addresses external() {
        return from(name -> {
            var setting = new Setting("shop." + name);
            return setting.value().orElseThrow(() -> new Refusal("Set " + setting.variable() + " to host:port"));
        });
    }

    /// @param address the address of each name: the servers' ids, and `smtp`
    static Addresses from(UnaryOperator<String> address) {
        var servers = new EnumMap<Server, String>(Server.class);
        Stream.of(Server.values()).forEach(it -> servers.put(it, address.apply(it.id())));
        return new Addresses(servers, address.apply(SMTP));
    }

    Map<String, String> byName() {
        var names = new HashMap<String, String>();
        servers.forEach((server, address) -> names.put(server.id(), address));
        names.put(SMTP, smtp);
        return names;
    }

    public String of(Server server) {
        return Objects.requireNonNull(servers.get(server));
    }

    public int portOf(Server server) {
        return port(of(server));
    }

    public int smtpPort() {
        return port(smtp);
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String local(int port) {
        return "127.0.0.1:" + port;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
