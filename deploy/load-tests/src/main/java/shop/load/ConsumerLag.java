package shop.load;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;

/// How many events a service has before it.
final class ConsumerLag {

    private ConsumerLag() {}

    /// By topic, of those that its group has read from.
    static Map<String, Long> of(String group, String broker) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker))) {
            var read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(
                            read.keySet().stream().collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            return ends.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            it -> it.getKey().topic(),
                            Collectors.summingLong(it -> it.getValue().offset()
                                    - requireNonNull(read.get(it.getKey())).offset())));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
