package shop.local.server;

import java.nio.file.Path;
import java.util.Map;

/// One OpenSearch node.
record OpenSearchProgram(Path home, int port) implements Program {

    /// To look after each document whether the search was cancelled took a third of a search's time. It is still looked
    /// at between segments, which a product search is through in milliseconds. To spread one search over processors
    /// helps nobody while others wait for them.
    static final Map<String, String> SEARCH_SETTINGS =
            Map.of("search.low_level_cancellation", "false", "search.concurrent_segment_search.mode", "none");

    @Override
    public void prepare() {}

    /// As `shop.opensearch.heap` or `SHOP_OPENSEARCH_HEAP` says.
    static String heap() {
        return new Setting("shop.opensearch.heap").value().orElse("512m");
    }

    @Override
    public Command command() {
        return Command.java(home, "-XX:+UseG1GC", "-Xmx" + heap())
                .onClassPath(Distribution.classPath())
                .and("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED")
                .and(OpenSearchStarter.class.getName(), home.resolve("data").toString(), Integer.toString(port));
    }
}
