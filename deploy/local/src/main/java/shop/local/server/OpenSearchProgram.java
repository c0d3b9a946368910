package shop.local.server;

import java.nio.file.Path;

/// One OpenSearch node.
record OpenSearchProgram(Path home, int port) implements Program {

    @Override
    public void prepare() {}

    @Override
    public Command command() {
        return Command.java(home, "-Xmx512m")
                .onClassPath(Distribution.classPath())
                .and("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED")
                .and(OpenSearchStarter.class.getName(), home.resolve("data").toString(), Integer.toString(port));
    }
}
