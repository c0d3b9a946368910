package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.NewTopic;
import shop.contracts.Topic;

/// The servers of one folder. Whoever knows the folder gets hold of the same ones.
public record Servers(Path folder, Mode mode, Addresses addresses, Scale scale) {

    private static final short ONE_BROKER = 1;

    /// As the folder remembers them, if it does.
    public static Optional<Servers> in(Path folder) {
        if (!Files.exists(memory(folder))) {
            return Optional.empty();
        }
        try (var in = Files.newBufferedReader(memory(folder))) {
            var memory = new Properties();
            memory.load(in);
            return Optional.of(new Servers(
                    folder,
                    Mode.of(memory.getProperty("mode")),
                    Addresses.from(memory::getProperty),
                    Scale.valueOf(memory.getProperty("scale"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Decides where this folder's servers come from, and makes the folder remember it.
    ///
    /// @param addresses for those that are ours
    public static Servers setUp(Path folder, Scale scale, Supplier<Addresses> addresses) {
        var mode = Mode.choose();
        var servers = new Servers(folder, mode, mode == Mode.EXTERNAL ? Addresses.external() : addresses.get(), scale);
        servers.remember();
        return servers;
    }

    /// Starts these side by side, those that run already excepted, and returns when all answer.
    public void start(Collection<Server> servers) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = servers.stream()
                    .map(it -> Executors.callable(() -> start(it)))
                    .toList();
            for (var start : threads.invokeAll(starts)) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }

    /// Starts it, unless it runs, with all that the shop needs in it.
    public void start(Server server) {
        get(server).start();
        furnish(server);
    }

    public ManagedServer get(Server server) {
        return switch (mode) {
            case EMBEDDED -> EmbeddedServer.in(folder, server, addresses, scale.durable());
            case CONTAINERS -> new ContainerServer(folder, server, addresses, scale.durable());
            case EXTERNAL -> new ExternalServer(server, addresses);
        };
    }

    private void furnish(Server server) {
        var address = addresses.of(server);
        switch (server) {
            case KAFKA -> TopicCreation.create(address, topics());
            case POSTGRES -> Databases.create(address);
            case REDIS, OPENSEARCH, MAILBOX -> {}
        }
    }

    private List<NewTopic> topics() {
        return Topic.all()
                .map(it -> new NewTopic(it.name(), Math.min(scale.partitions(), it.mostPartitions()), ONE_BROKER)
                        .configs(it.settings()))
                .toList();
    }

    private void remember() {
        var memory = new Properties();
        memory.setProperty("mode", mode.id());
        memory.setProperty("scale", scale.name());
        memory.putAll(addresses.byName());
        try {
            Files.createDirectories(folder);
            try (var out = Files.newBufferedWriter(memory(folder))) {
                memory.store(out, "Where the servers of this folder are");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path memory(Path folder) {
        return folder.resolve("servers.properties");
    }
}
