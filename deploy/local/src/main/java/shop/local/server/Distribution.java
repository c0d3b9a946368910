package shop.local.server;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The programs of the embedded servers, as the build has found them.
final class Distribution {

    private Distribution() {}

    /// What our starters of Java servers run on: our own classes, and all that the servers need.
    static String classPath() {
        return String.join(File.pathSeparator, ownClasses(), classPath("servers"), classPath("suite"));
    }

    /// One of the class paths that the build has written down.
    static String classPath(String name) {
        var file = folder().resolve(name + ".classpath");
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            throw new Refusal("Not built. To build: ./mvnw -pl deploy/local install -DskipTests");
        }
    }

    /// The jar whose name begins so.
    static Path jar(String prefix) {
        return Stream.of(classPath("servers").split(File.pathSeparator))
                .map(Path::of)
                .filter(it -> it.getFileName().toString().startsWith(prefix))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("No " + prefix + "*.jar"));
    }

    static Path folder() {
        return Project.root().resolve("deploy/local/target/servers");
    }

    private static String ownClasses() {
        var source = Distribution.class.getProtectionDomain().getCodeSource();
        return new File(URI.create(source.getLocation().toString())).getPath();
    }
}
