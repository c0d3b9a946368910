package shop.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/// One who fills a cart and buys it, over REST and as any client would.
record Customer(CloseableHttpClient http, String cartService, String customerId) {

    private static final long PAUSE_NANOS = 20_000_000;

    /// What became of a checkout.
    ///
    /// @param status of the first answer: 201 where it was placed within the wait, 202 where it was asked for again
    record Bought(int status, boolean placed) {}

    private record Reply(int status, String location, String body) {}

    boolean add(String productId, int quantity) {
        var body = "{\"productId\":\"%s\",\"quantity\":%d}".formatted(productId, quantity);
        return send(post("/api/v1/carts/" + customerId + "/items", body)).status() == 200;
    }

    boolean read() {
        return send(get("/api/v1/carts/" + customerId)).status() == 200;
    }

    /// Returns when it has ended, however long that takes.
    Bought checkOut() {
        var reply = send(post("/api/v1/carts/" + customerId + "/checkout", "{}"));
        return new Bought(reply.status(), reply.status() == 201 || reply.status() == 202 && isPlaced(reply));
    }

    private boolean isPlaced(Reply accepted) {
        while (true) {
            LockSupport.parkNanos(PAUSE_NANOS);
            var state = send(get(accepted.location())).body();
            if (!state.contains("\"PROCESSING\"")) {
                return state.contains("\"PLACED\"");
            }
        }
    }

    private ClassicHttpRequest get(String path) {
        return ClassicRequestBuilder.get(cartService + path).build();
    }

    private ClassicHttpRequest post(String path, String body) {
        return ClassicRequestBuilder.post(cartService + path)
                .setEntity(new StringEntity(body, ContentType.APPLICATION_JSON))
                .build();
    }

    private Reply send(ClassicHttpRequest request) {
        try {
            return http.execute(request, Customer::reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(ClassicHttpResponse response) throws IOException {
        var location = Optional.ofNullable(response.getFirstHeader("Location")).map(Header::getValue);
        try {
            return new Reply(response.getCode(), location.orElse(""), EntityUtils.toString(response.getEntity()));
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }
}
