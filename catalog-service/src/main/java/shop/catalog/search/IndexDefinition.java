package shop.catalog.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Requests;

/// What an index of products looks like: `search/products-index.json`, and how many shards it has.
@ApplicationScoped
class IndexDefinition {

    /// Rises when the definition of a field changes: what is indexed already does not change with it. A field that is
    /// new needs no new index: [#extend].
    static final String NAME = "products-v1";

    private static final String FILE = "/search/products-index.json";
    private static final int BAD_REQUEST = 400;

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

    /// Creates the index and its alias; fine if another replica of the service does so at the same time.
    void create(OpenSearchClient client) throws IOException {
        var definition = read();
        definition.withObject("/settings/index").put("number_of_shards", shards).put("number_of_replicas", replicas);
        if (put(client, "/" + NAME, definition) > BAD_REQUEST) {
            throw new IOException("The index could not be created");
        }
    }

    /// Gives an index the fields that it was made without; those that it has stay as they are.
    ///
    /// What was indexed before without them has none of them, so they must be optional ones that nothing had yet.
    void extend(OpenSearchClient client, String index) throws IOException {
        var status = put(client, "/" + index + "/_mapping", read().withObject("/mappings"));
        if (status >= BAD_REQUEST) {
            throw new IOException("The index did not take the fields as they are defined: status " + status);
        }
    }

    private static int put(OpenSearchClient client, String path, ObjectNode body) throws IOException {
        var request = Requests.builder()
                .method("PUT")
                .endpoint(path)
                .json(body.toString())
                .build();
        try (var response = client.generic().execute(request)) {
            return response.getStatus();
        }
    }

    private ObjectNode read() throws IOException {
        try (var file = IndexDefinition.class.getResourceAsStream(FILE)) {
            return (ObjectNode) json.readTree(file);
        }
    }
}
