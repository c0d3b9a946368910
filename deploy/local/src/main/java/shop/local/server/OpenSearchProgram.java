package shop.local.server;

import java.nio.file.Path;

/// One OpenSearch node.
record OpenSearchProgram(Path home, int port) implements Program {

    @Override
    public void prepare() {}

    /// As `shop.opensearch.heap` or `SHOP_OPENSEARCH_HEAP` says.
    static String heap() {
        return new Setting("shop.opensearch.heap").value().orElse("512m");
    }

    @Override
    public Command command() {
        return Command.java(home, "-Xmx" + heap())
                .onClassPath(Distribution.classPath())
                .and("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED")
                .and(OpenSearchStarter.class.getName(), home.resolve("data").toString(), Integer.toString(port));
    }
}
