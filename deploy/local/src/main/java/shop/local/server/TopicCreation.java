package shop.local.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// Creates the topics that are missing; what is there stays as it is.
public final class TopicCreation {

    private TopicCreation() {}

    public static void create(String kafka, List<NewTopic> topics) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var present = admin.listTopics().names().get();
            var missing =
                    topics.stream().filter(it -> !present.contains(it.name())).toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot create the topics at " + kafka, e.getCause());
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }
}
