package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/// The working copy of this project that these classes were built in.
public final class Project {

    private Project() {}

    public static Path root() {
        var settings = new Properties();
        try (var in = Project.class.getResourceAsStream("project.properties")) {
            settings.load(Objects.requireNonNull(in));
            return Path.of(settings.getProperty("root")).normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
