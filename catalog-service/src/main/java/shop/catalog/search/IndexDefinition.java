package shop.catalog.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What an index of products looks like: `search/products-index.json`, and how many shards it has.
///
/// Its `_meta.version` rises when what is indexed already would have to look different: an index of an older version is
/// rebuilt by itself. A field that is new, and that no product had yet, needs no new version: [#fields].
@ApplicationScoped
class IndexDefinition {

    /// An index of which nobody knows what it lacks is older than any definition.
    static final int NOT_WHOLE = 0;

    private static final String FILE = "/search/products-index.json";
    private static final String SETTINGS = "/settings/index";
    private static final String META = "/mappings/_meta";

    private final int shards;
    private final int replicas;
    private final ObjectMapper json;

    IndexDefinition(
            @ConfigProperty(name = "shop.search.shards") int shards,
            @ConfigProperty(name = "shop.search.replicas") int replicas,
            ObjectMapper json) {
        this.shards = shards;
        this.replicas = replicas;
        this.json = json;
    }

    int version() {
        return read().withObject(META).required("version").intValue();
    }

    /// An index that serves from the start, before it has what it should have.
    ObjectNode notWhole() {
        var definition = read();
        definition.withObject(SETTINGS).setAll(whenServing());
        definition.withObject(SETTINGS).put("number_of_shards", shards);
        definition.withObject(META).put("version", NOT_WHOLE);
        return definition;
    }

    /// Says of an index that it is as this code defines it.
    ObjectNode whole() {
        return json.createObjectNode().set("_meta", read().withObject(META));
    }

    /// An index that nobody searches while it is filled: only at the end it has to show what it has.
    ObjectNode filling() {
        var definition = read();
        definition.remove("aliases");
        definition.withObject(META).put("version", NOT_WHOLE);
        definition
                .withObject(SETTINGS)
                .put("number_of_shards", shards)
                .put("number_of_replicas", 0)
                .put("refresh_interval", -1);
        return definition;
    }

    /// The settings that make of one that was filled one that serves.
    ObjectNode whenServing() {
        var interval = read().withObject(SETTINGS).required("refresh_interval");
        return json.createObjectNode().put("number_of_replicas", replicas).set("refresh_interval", interval);
    }

    /// What an index that was made without some of them takes as new fields; those that it has must be the same.
    ObjectNode fields() {
        return read().withObject("/mappings").retain("properties");
    }

    private ObjectNode read() {
        try (var file = IndexDefinition.class.getResourceAsStream(FILE)) {
            return (ObjectNode) json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
