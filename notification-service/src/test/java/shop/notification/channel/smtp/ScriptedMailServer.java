package shop.notification.channel.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server that says at each point of the dialogue what a test wants.
class ScriptedMailServer implements AutoCloseable {

    static final String GREETING = "greeting";
    static final String DOT = ".";
    static final String CLOSES = "closes the connection";
    static final String SAYS_NOTHING = "says nothing";
    static final String NEVER_ENDS = "says a bit, and again a bit";

    private static final Map<String, String> WILLING =
            Map.of(GREETING, "220 mail.example", "EHLO", "250 mail.example", "DATA", "354 go on", "QUIT", "221 bye");

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, String> script = new ConcurrentHashMap<>(WILLING);
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    ScriptedMailServer() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    ScriptedMailServer at(String point, String reply) {
        script.put(point, reply);
        return this;
    }

    /// What came between `DATA` and the dot that ends it.
    List<String> mails() {
        return mails;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            var goesOn = says(client, GREETING);
            for (String line; goesOn && (line = in.readLine()) != null; ) {
                var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                goesOn = says(client, verb);
                if (goesOn && verb.equals("DATA") && script.get("DATA").startsWith("354")) {
                    mails.add(content(in));
                    goesOn = says(client, DOT);
                }
            }
        } catch (IOException _) {
            // The client is gone.
        }
    }

    /// False where the dialogue is over.
    private boolean says(Socket client, String point) throws IOException {
        var reply = script.getOrDefault(point, "250 ok");
        if (reply.equals(CLOSES)) {
            return false;
        }
        if (reply.equals(SAYS_NOTHING)) {
            isOverWithin(Duration.ofDays(1));
            return false;
        }
        if (reply.equals(NEVER_ENDS)) {
            while (!isOverWithin(Duration.ofMillis(50))) {
                write(client, "250-and");
            }
            return false;
        }
        write(client, reply);
        return true;
    }

    private static void write(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOverWithin(Duration time) throws IOException {
        try {
            return end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String content(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (String line; (line = in.readLine()) != null && !line.equals("."); ) {
            content.append(line).append('\n');
        }
        return content.toString();
    }
}
