package shop.inventory.reservation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a client and its server and, once it is told to, lets each answer through only after a while.
final class SlowProxy implements AutoCloseable {

    private final ServerSocket door;
    private final URI server;
    private volatile Duration delay = Duration.ZERO;
    private final AtomicInteger requests = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    SlowProxy(URI server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::acceptAll);
    }

    void slowDownBy(Duration delay) {
        this.delay = delay;
    }

    int port() {
        return door.getLocalPort();
    }

    /// How often anything was sent to the server; what a client sends at once is one.
    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                var client = door.accept();
                var upstream = new Socket(server.getHost(), server.getPort());
                open.addAll(List.of(client, upstream));
                Thread.ofVirtual().start(() -> pass(client, upstream, requests::incrementAndGet));
                Thread.ofVirtual().start(() -> pass(upstream, client, this::linger));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private static void pass(Socket from, Socket to, Runnable before) {
        var buffer = new byte[65_536];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                before.run();
                out.write(buffer, 0, read);
            }
        } catch (IOException _) {
            // One side is gone.
        }
    }

    /// The one place where waiting is what the test is about.
    private void linger() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
