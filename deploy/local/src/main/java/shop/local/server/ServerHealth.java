package shop.local.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/// Whether a server does what it is there for, not merely listens.
final class ServerHealth {

    private static final int CALL_MILLIS = 5000;

    private ServerHealth() {}

    static boolean of(Server server, Addresses addresses) {
        var address = addresses.of(server);
        return switch (server) {
            case KAFKA -> listens(address) && kafkaAnswers(address);
            case POSTGRES -> Databases.answers(address);
            case REDIS -> redisAnswers(address);
            case OPENSEARCH -> isOk(address, "/_cluster/health?wait_for_status=yellow&timeout=1s");
            case MAILBOX -> isOk(address, "/api/service/readiness");
        };
    }

    private static boolean kafkaAnswers(String address) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", address,
                "request.timeout.ms", CALL_MILLIS,
                "default.api.timeout.ms", CALL_MILLIS);
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException _) {
            return false;
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }

    /// Kafka's client writes a warning for each vain attempt: only to be tried when there is someone.
    private static boolean listens(String address) {
        try (var _ = connect(address)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean redisAnswers(String address) {
        try (var socket = connect(address)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes(5);
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isOk(String address, String path) {
        return Http.isOk(URI.create("http://" + address + path));
    }

    private static Socket connect(String address) throws IOException {
        var parts = address.split(":");
        var socket = new Socket();
        socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), CALL_MILLIS);
        socket.setSoTimeout(CALL_MILLIS);
        return socket;
    }
}
