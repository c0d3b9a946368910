package shop.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import shop.notification.message.Kind;
import shop.notification.message.ShopEvent;

/// Events as they are stored: what this service understands of them, as JSON.
@ApplicationScoped
class Facts {

    private final ObjectMapper json;

    Facts(ObjectMapper json) {
        this.json = json;
    }

    String write(ShopEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ShopEvent read(Kind kind, String facts) {
        try {
            return json.readValue(facts, kind.event());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Facts of a %s cannot be read".formatted(kind.type()), e);
        }
    }
}
