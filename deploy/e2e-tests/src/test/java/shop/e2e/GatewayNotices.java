package shop.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shop.e2e.GatewayBook.Entry;

/// Tells the shop what was taken, signed as Standard Webhooks has it, again and again until it is heard.
final class GatewayNotices implements AutoCloseable {

    static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("secret of the gateway".getBytes(StandardCharsets.UTF_8));

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final Map<String, String> unheard = new ConcurrentHashMap<>();
    private final URI webhook;

    GatewayNotices(URI webhook) {
        this.webhook = webhook;
    }

    /// The orders whose notices nobody has taken yet, with what was answered last.
    Map<String, String> unheard() {
        return unheard;
    }

    /// @param happening what happens to the order's money after this time; only what is taken is told
    void tellAfter(Duration delay, String orderId, Supplier<Entry> happening) {
        unheard.put(orderId, "did not happen yet");
        after(delay, () -> {
            var entry = happening.get();
            if (entry.isTaken()) {
                tellUntilHeard(entry);
            } else {
                unheard.remove(orderId);
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void after(Duration delay, Runnable task) {
        threads.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tellUntilHeard(Entry taken) {
        try {
            var status = http.send(notice(taken), BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                unheard.remove(taken.orderId());
                return;
            }
            unheard.put(taken.orderId(), "answered " + status);
        } catch (IOException e) {
            unheard.put(taken.orderId(), e.toString()); // The shop is dead, or died of it.
        } catch (InterruptedException _) {
            return;
        }
        after(PAUSE, () -> tellUntilHeard(taken));
    }

    private HttpRequest notice(Entry taken) {
        var id = "notice-of-" + taken.paymentId();
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var body = """
                {"paymentId":"%s","orderId":"%s","outcome":"SUCCEEDED","amount":"%s","currency":"%s"}\
                """.formatted(taken.paymentId(), taken.orderId(), taken.amount(), taken.currency());
        return HttpRequest.newBuilder(webhook)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature("%s.%s.%s".formatted(id, timestamp, body)))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
