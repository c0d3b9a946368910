package shop.local.server;

import java.nio.file.Path;
import java.util.List;

/// One OpenSearch node.
record OpenSearchProgram(Path home, int port) implements Program {

    @Override
    public void prepare() {}

    @Override
    public List<String> command() {
        return Distribution.java(
                home,
                "-Xmx512m",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Distribution.classPath(),
                OpenSearchStarter.class.getName(),
                home.resolve("data").toString(),
                Integer.toString(port));
    }
}
