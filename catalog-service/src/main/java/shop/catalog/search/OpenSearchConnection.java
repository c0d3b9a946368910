package shop.catalog.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Transport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/// The one pool of connections to OpenSearch.
@ApplicationScoped
class OpenSearchConnection {

    private static final Timeout CONNECT = Timeout.ofSeconds(1);
    private static final Timeout PATIENT = Timeout.ofSeconds(30);

    private final ApacheHttpClient5Transport transport;

    OpenSearchConnection(
            @ConfigProperty(name = "shop.opensearch.url") String url,
            @ConfigProperty(name = "shop.search.timeout") Duration timeout,
            ObjectMapper json)
            throws URISyntaxException {
        transport = ApacheHttpClient5TransportBuilder.builder(HttpHost.create(url))
                .setMapper(new JacksonJsonpMapper(json))
                .setConnectionConfigCallback(it -> it.setConnectTimeout(CONNECT))
                .setRequestConfigCallback(it ->
                        it.setConnectionRequestTimeout(Timeout.of(timeout)).setResponseTimeout(Timeout.of(timeout)))
                .build();
    }

    /// For what somebody waits for: each request gives up after `shop.search.timeout`, and so does one that finds all
    /// connections taken.
    OpenSearchClient client() {
        return new OpenSearchClient(transport);
    }

    /// For writing in bulk.
    OpenSearchClient patientClient() {
        var options = ApacheHttpClient5Options.DEFAULT.toBuilder();
        options.setRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(PATIENT)
                .setResponseTimeout(PATIENT)
                .build());
        return new OpenSearchClient(transport, options.build());
    }

    @PreDestroy
    void close() throws IOException {
        transport.close();
    }
}
