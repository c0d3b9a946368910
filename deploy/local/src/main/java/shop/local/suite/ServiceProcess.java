package shop.local.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import shop.local.server.Command;
import shop.local.server.Daemon;

/// A service that runs by itself.
///
/// @param settings where its servers are
record ServiceProcess(Service service, Daemon daemon, int port, Map<String, String> settings) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// Starts it, unless it runs, and returns when it is ready.
    void start() {
        if (!Files.exists(service.jar())) {
            throw new Refusal(service.id() + "-service is not built: there is no " + service.jar());
        }
        daemon.start(command());
        awaitReadiness();
    }

    void stop() {
        daemon.stop("TERM");
    }

    void kill() {
        daemon.kill();
    }

    Optional<ProcessHandle> process() {
        return daemon.process();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean isReady() {
        var request = HttpRequest.newBuilder(url().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Whether it was built again since it was started.
    boolean isOutdated() {
        var started = process().flatMap(it -> it.info().startInstant());
        return started.isPresent() && builtAt().isAfter(started.get());
    }

    private Instant builtAt() {
        return Instant.ofEpochMilli(service.jar().toFile().lastModified());
    }

    private void awaitReadiness() {
        var end = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            if (process().isEmpty()) {
                throw new Refusal(service.id() + "-service died at its start. " + lastWords());
            }
            if (Instant.now().isAfter(end)) {
                throw new Refusal(
                        service.id() + "-service is not ready after " + PATIENCE.toSeconds() + " s. " + lastWords());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String lastWords() {
        return "The end of " + daemon.log() + ":\n"
                + Logs.tail(daemon.log(), 20).indent(4);
    }

    private Command command() {
        var command = Command.java(daemon.home(), "-Xmx192m", "-Dquarkus.http.host=127.0.0.1")
                .and("-Dquarkus.http.port=" + port);
        for (var setting : settings.entrySet()) {
            command = command.and("-D" + setting.getKey() + "=" + setting.getValue());
        }
        return command.and("-jar", service.jar().toString());
    }
}
