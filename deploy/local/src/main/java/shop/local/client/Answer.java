package shop.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/// What a service answered; `body` is a missing node where there was none.
public record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

    /// This answer, if it is a success; throws [UnexpectedAnswer] otherwise.
    public Answer expectSuccess() {
        if (!isSuccess()) {
            throw new UnexpectedAnswer(this);
        }
        return this;
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /// True where this answers a checkout, and it ended in an order: at once, or after the client asked again.
    public boolean isPlaced() {
        return status == 201 || text("state").equals("PLACED");
    }

    /// The field by its name as text; an empty string where it is missing.
    public String text(String field) {
        return body.path(field).asText();
    }

    /// The header, or an empty string.
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
