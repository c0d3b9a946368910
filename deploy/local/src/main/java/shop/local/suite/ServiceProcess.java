package shop.local.suite;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.local.server.Command;
import shop.local.server.Daemon;
import shop.local.server.Http;
import shop.local.server.Readiness;
import shop.local.server.Refusal;
import shop.local.server.Setting;

/// A service that runs by itself.
///
/// @param settings where its servers are, and what else differs from its defaults
/// @param jvmArguments beside those that every service gets
public record ServiceProcess(
        Service service, Daemon daemon, int port, Map<String, String> settings, List<String> jvmArguments) {

    /// The same process, to be started in another way.
    public ServiceProcess with(Map<String, String> moreSettings, List<String> moreJvmArguments) {
        var all = new HashMap<>(settings);
        all.putAll(moreSettings);
        return new ServiceProcess(service, daemon, port, all, moreJvmArguments);
    }

    /// Starts it, unless it runs, and returns when it is ready.
    public void start() {
        launch();
        Readiness.await(
                service.id() + "-service", this::isReady, () -> process().isPresent(), daemon::endOfLog);
    }

    /// Starts it, unless it runs, and does not wait: it may be meant to die before it is ready.
    public void launch() {
        if (!Files.exists(service.jar())) {
            throw new Refusal(service.id() + "-service is not built: there is no " + service.jar());
        }
        daemon.start(command());
    }

    /// In good order.
    public void stop() {
        daemon.stop("TERM");
    }

    /// Like a power failure.
    public void kill() {
        daemon.kill();
    }

    /// Freezes it: what it was about to do happens when it is resumed.
    public void pause() {
        daemon.pause();
    }

    public void resume() {
        daemon.resume();
    }

    public Optional<ProcessHandle> process() {
        return daemon.process();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// The memory that it keeps resident; 0 where the system does not tell.
    public int megabytes() {
        return process().map(Memory::megabytesOf).orElse(0);
    }

    /// The processor time that it has used since its start; nothing while it does not run.
    public Duration processorTime() {
        return process().flatMap(it -> it.info().totalCpuDuration()).orElse(Duration.ZERO);
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

    /// As `shop.catalog.heap` or `SHOP_CATALOG_HEAP` says.
    private String heap() {
        return new Setting("shop.%s.heap".formatted(service.id())).value().orElse("192m");
    }

    private Command command() {
        var command = Command.java(daemon.home(), "-XX:+UseSerialGC", "-Xmx" + heap(), "-Dquarkus.http.host=127.0.0.1")
                .and("-Dquarkus.http.port=" + port)
                .and(jvmArguments.toArray(String[]::new));
        for (var setting : settings.entrySet()) {
            command = command.and("-D" + setting.getKey() + "=" + setting.getValue());
        }
        return command.and("-jar", service.jar().toString());
    }
}
