package shop.local.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/// Where the servers come from. `shop.servers` or `SHOP_SERVERS` chooses; otherwise Docker decides, by being there or
/// not.
public enum Mode {
    CONTAINERS,
    /// Processes of this machine, from the jars of Maven Central.
    EMBEDDED,
    /// Somebody else's: `SHOP_KAFKA`, `SHOP_POSTGRES` and so on say where.
    EXTERNAL;

    private static final Setting SETTING = new Setting("shop.servers");
    private static final String CHOICE = SETTING.variable() + "=containers|embedded|external chooses";

    /// Chooses, and says so on one line.
    static Mode choose() {
        var chosen = SETTING.value().map(Mode::of);
        var mode = chosen.orElseGet(Mode::byDocker);
        var reason = chosen.isPresent()
                ? "as you say"
                : "as " + (mode == CONTAINERS ? "a" : "no") + " Docker engine answers";
        System.out.println("Servers: " + mode.id() + ", " + reason + "; " + CHOICE);
        return mode;
    }

    static Mode of(String id) {
        return Stream.of(values())
                .filter(it -> it.id().equals(id))
                .findAny()
                .orElseThrow(() -> new Refusal(id + " servers? " + CHOICE));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Mode byDocker() {
        return mayHaveDocker() && DockerClientFactory.instance().isDockerAvailable() ? CONTAINERS : EMBEDDED;
    }

    /// Testcontainers writes pages when there is no Docker: it is only asked when there may be one.
    private static boolean mayHaveDocker() {
        var home = System.getProperty("user.home");
        return Optional.ofNullable(System.getenv("DOCKER_HOST")).isPresent()
                || Stream.of("/var/run/docker.sock", home + "/.docker/run/docker.sock")
                        .map(Path::of)
                        .anyMatch(Files::exists);
    }
}
