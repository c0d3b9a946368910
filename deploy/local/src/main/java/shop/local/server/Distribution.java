package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// The embedded servers' programs, as the build has collected them in one folder.
final class Distribution {

    private Distribution() {}

    /// Runs a Java program of small needs; the home comes early, so that it is seen in the process's command line.
    static List<String> java(Path home, String... more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dshop.home=" + home);
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(List.of(more));
        return command;
    }

    /// What a server's starter of ours runs on.
    static String classPath() {
        var own = Distribution.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(own.getPath()) + ":" + folder() + "/*";
    }

    static Path folder() {
        var folder = Path.of(settings().getProperty("folder"));
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "No servers in " + folder + "; to build them: ./mvnw -pl deploy/local install -DskipTests");
        }
        return folder;
    }

    /// The jar whose name begins so.
    static Path jar(String prefix) {
        try (var files = Files.list(folder())) {
            return files.filter(it -> it.getFileName().toString().startsWith(prefix))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException("No " + prefix + "*.jar in " + folder()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties settings() {
        var settings = new Properties();
        try (var in = Distribution.class.getResourceAsStream("servers.properties")) {
            settings.load(Objects.requireNonNull(in));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
