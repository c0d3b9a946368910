package shop.local.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import shop.local.server.Refusal;
import shop.local.server.Server;

/// Starts a suite: everything side by side, each service as soon as its servers are there.
final class Startup {

    private final Suite suite;
    private final Set<Service> services;
    private final Consumer<String> progress;
    private final Instant begin = Instant.now();
    private final Map<Server, CompletableFuture<Void>> servers = new EnumMap<>(Server.class);

    Startup(Suite suite, Consumer<String> progress) {
        this(suite, EnumSet.allOf(Service.class), progress);
    }

    /// @param services the others are not started, nor the servers that only they need
    Startup(Suite suite, Set<Service> services, Consumer<String> progress) {
        this.suite = suite;
        this.services = services;
        this.progress = progress;
    }

    /// Returns when all is ready. What failed keeps nobody else from starting, unless they need it.
    void run() {
        suite.tokens().withKeys();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            needed().forEach(it -> servers.put(it, start(it, threads)));
            var started = services.stream().map(it -> start(it, threads));
            var all = Stream.concat(servers.values().stream(), started).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            throw new Refusal(
                    "Not everything is up. What runs goes on: ./shop up tries the rest again, ./shop down ends it.");
        }
    }

    private Stream<Server> needed() {
        return services.stream().flatMap(it -> it.servers().stream()).distinct();
    }

    private CompletableFuture<Void> start(Server server, ExecutorService threads) {
        var running = suite.server(server).isRunning();
        return CompletableFuture.runAsync(() -> suite.servers().start(server), threads)
                .whenComplete((_, failure) -> tell(server.id(), running, failure));
    }

    private CompletableFuture<Void> start(Service service, ExecutorService threads) {
        var running = suite.process(service).process().isPresent();
        var needed = service.servers().stream().map(servers::get).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(needed)
                .thenRunAsync(() -> suite.start(service), threads)
                .whenComplete((_, failure) -> tell(service.id(), running, failure));
    }

    private synchronized void tell(String what, boolean ranBefore, Throwable failure) {
        if (failure != null) {
            progress.accept("  %-14s failed: %s".formatted(what, rootOf(failure).getMessage()));
        } else if (ranBefore) {
            progress.accept("  %-14s runs already".formatted(what));
        } else {
            progress.accept("  %-14s ready after %d s"
                    .formatted(what, Duration.between(begin, Instant.now()).toSeconds()));
        }
    }

    private static Throwable rootOf(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
