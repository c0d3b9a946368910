package shop.local.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;

/// How far an import is, as the shop tells it.
///
/// @param indexed how many of the stored lines are found by now
/// @param rate lines a second, where it is told
public record Progress(String state, long received, long stored, long rejected, long indexed, OptionalDouble rate) {

    static Progress of(JsonNode body) {
        return new Progress(
                body.path("state").asText(),
                body.path("received").asLong(),
                body.path("created").asLong()
                        + body.path("updated").asLong()
                        + body.path("unchanged").asLong(),
                body.path("rejected").asLong(),
                body.path("indexed").asLong(),
                body.path("rate").isNumber()
                        ? OptionalDouble.of(body.path("rate").asDouble())
                        : OptionalDouble.empty());
    }

    boolean isFound() {
        return state.equals("COMPLETED") && indexed >= stored;
    }
}
