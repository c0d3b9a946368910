package shop.notification.channel.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Calls providers over HTTP, each call within a deadline.
///
/// By the client of the JDK: what becomes of a message hangs on when its call failed, and this one tells a
/// connection that never came about from an answer that was lost, and repeats no POST by itself. It logs neither
/// headers nor bodies.
@Singleton
public class Http {

    private static final int LONGEST_BODY = 64 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    public Http(@ConfigProperty(name = "shop.notification.delivery.send-timeout") Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout.dividedBy(2)) // Less than a call has, so that it is known that none was made.
                .build();
    }

    @PreDestroy
    public void close() {
        client.shutdownNow();
    }

    public static HttpRequest.Builder postJson(URI uri, Object body) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)));
    }

    public static HttpRequest.Builder postForm(URI uri, Form form) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form.encoded()));
    }

    /// When a sending that begins now must be over.
    public Deadline deadline() {
        return Deadline.in(timeout);
    }

    public Reply call(HttpRequest.Builder request) {
        return call(request, deadline());
    }

    public Reply call(HttpRequest.Builder request, Deadline deadline) {
        var left = deadline.left();
        if (left.isZero()) {
            return new Reply.NotSent("no time left");
        }
        var head = new AtomicReference<@Nullable ResponseInfo>();
        var answer = client.sendAsync(request.timeout(left).build(), info -> {
            head.set(info);
            return BodySubscribers.limiting(BodySubscribers.ofString(StandardCharsets.UTF_8), LONGEST_BODY);
        });
        return await(answer, head, left);
    }

    private static Reply await(
            CompletableFuture<HttpResponse<String>> answer,
            AtomicReference<@Nullable ResponseInfo> head,
            Duration left) {
        try {
            // The client's own time-out ends with the head of the answer; the body has no longer than this, either.
            var whole = answer.get(left.plusMillis(100).toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(whole.statusCode(), whole.headers(), whole.body());
        } catch (ExecutionException e) {
            return broken(head.get(), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return broken(head.get(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return broken(head.get(), e);
        }
    }

    private static Reply broken(@Nullable ResponseInfo head, Exception failure) {
        return head == null ? unanswered(failure) : new Answer(head.statusCode(), head.headers(), "");
    }

    private static Reply unanswered(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConnectException _, HttpConnectTimeoutException _ -> {
                    return new Reply.NotSent("provider cannot be reached");
                }
                case SSLHandshakeException _ -> {
                    return new Reply.NotSent("provider cannot be reached safely");
                }
                case HttpTimeoutException _, TimeoutException _ -> {
                    return new Reply.Lost("provider did not answer in time");
                }
                default -> {}
            }
        }
        return new Reply.Lost("connection to provider broke off");
    }
}
