package shop.load.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntPredicate;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/// JSON over HTTP with one server.
///
/// @param base as `http://host:port`
public record Json(CloseableHttpClient http, String base) {

    public static final ObjectMapper MAPPER = new ObjectMapper();

    /// @param text what the server sent, whatever it is
    public record Answer(int status, String location, String text) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /// Throws where it is no JSON.
        public JsonNode body() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// This answer, if it is a success.
        public Answer expectSuccess() {
            if (!isSuccess()) {
                throw new IllegalStateException("Answered %d: %s".formatted(status, text));
            }
            return this;
        }
    }

    public Answer get(String path) {
        return read(ClassicRequestBuilder.get(base + path).build());
    }

    public Answer delete(String path) {
        return read(ClassicRequestBuilder.delete(base + path).build());
    }

    public Answer send(String method, String path, String body) {
        return read(ClassicRequestBuilder.create(method)
                .setUri(base + path)
                .setEntity(new StringEntity(body, ContentType.APPLICATION_JSON))
                .build());
    }

    public Answer read(ClassicHttpRequest request) {
        try {
            return http.execute(request, response -> {
                var location = response.getFirstHeader("Location");
                var body = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
                return new Answer(response.getCode(), location == null ? "" : location.getValue(), body);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a status like that answered it; the body is read and forgotten.
    public boolean answers(ClassicHttpRequest request, IntPredicate status) {
        try {
            return http.execute(request, response -> {
                EntityUtils.consume(response.getEntity());
                return status.test(response.getCode());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
