package shop.local.suite;

import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import shop.local.server.Command;
import shop.local.server.Daemon;
import shop.local.server.Http;
import shop.local.server.Readiness;
import shop.local.server.Refusal;

/// A service that runs by itself.
///
/// @param settings where its servers are
record ServiceProcess(Service service, Daemon daemon, int port, Map<String, String> settings) {

    /// Starts it, unless it runs, and returns when it is ready.
    void start() {
        if (!Files.exists(service.jar())) {
            throw new Refusal(service.id() + "-service is not built: there is no " + service.jar());
        }
        daemon.start(command());
        Readiness.await(
                service.id() + "-service", this::isReady, () -> process().isPresent(), daemon::endOfLog);
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
        return Http.isOk(url().resolve("/q/health/ready"));
    }

    /// Whether it was built again since it was started.
    boolean isOutdated() {
        var started = process().flatMap(it -> it.info().startInstant());
        return started.isPresent() && builtAt().isAfter(started.get());
    }

    private Instant builtAt() {
        return Instant.ofEpochMilli(service.jar().toFile().lastModified());
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
