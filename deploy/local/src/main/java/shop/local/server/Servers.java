package shop.local.server;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.NewTopic;
import shop.contracts.Topic;

/// The servers of one folder. Whoever knows the folder and the addresses gets hold of the same ones.
///
/// @param scale how much they are built for
public record Servers(Path folder, Addresses addresses, Scale scale) {

    private static final short ONE_BROKER = 1;

    /// Starts these side by side, those that run already excepted, and returns when all answer.
    public void start(Collection<Server> servers) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts =
                    servers.stream().<Callable<Void>>map(it -> () -> start(it)).toList();
            for (var start : threads.invokeAll(starts)) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }

    public ManagedServer get(Server server) {
        return EmbeddedServer.in(folder, server, addresses, scale.durable());
    }

    private Void start(Server server) {
        get(server).start();
        furnish(server);
        return null;
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
                .map(it -> new NewTopic(it.name(), scale.partitions(), ONE_BROKER).configs(it.settings()))
                .toList();
    }
}
