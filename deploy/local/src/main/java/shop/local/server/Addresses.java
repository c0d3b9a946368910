package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the servers answer, each as `host:port`.
///
/// @param smtp where the mailbox takes mails; its entry in `servers` is where it shows them
public record Addresses(Map<Server, String> servers, String smtp) {

    private static final String HOST = "127.0.0.1:";

    /// Fixed ports, out of the way of servers that a developer may run at their usual ones.
    public static Addresses standard() {
        return new Addresses(
                Map.of(
                        Server.KAFKA, HOST + 19092,
                        Server.POSTGRES, HOST + 15432,
                        Server.REDIS, HOST + 16379,
                        Server.OPENSEARCH, HOST + 19200,
                        Server.MAILBOX, HOST + 18025),
                HOST + 11025);
    }

    /// Ports that nobody uses now.
    public static Addresses free() {
        var servers = new EnumMap<Server, String>(Server.class);
        Stream.of(Server.values()).forEach(it -> servers.put(it, HOST + freePort()));
        return new Addresses(servers, HOST + freePort());
    }

    /// Addresses that are configured: `<prefix>kafka=host:port` and so on, as system property or in the environment.
    public static Addresses configured(String prefix) {
        var servers = new EnumMap<Server, String>(Server.class);
        Stream.of(Server.values()).forEach(it -> servers.put(it, setting(prefix + it.id())));
        return new Addresses(servers, setting(prefix + "smtp"));
    }

    /// Makes them known to [#configured(String)] in this JVM.
    public void configure(String prefix) {
        servers.forEach((server, address) -> System.setProperty(prefix + server.id(), address));
        System.setProperty(prefix + "smtp", smtp);
    }

    public String of(Server server) {
        return Optional.ofNullable(servers.get(server)).orElseThrow();
    }

    public int portOf(Server server) {
        return port(of(server));
    }

    public int smtpPort() {
        return port(smtp);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static String setting(String name) {
        var variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .orElseThrow(() -> new IllegalStateException("Set " + variable + " to host:port"));
    }
}
