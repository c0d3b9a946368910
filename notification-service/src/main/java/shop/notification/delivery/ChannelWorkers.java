package shop.notification.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;
import shop.notification.channel.Channel;

/// One worker per channel, each with its own consumer.
@ApplicationScoped
class ChannelWorkers {

    private final SendNotifications sendNotifications;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    ChannelWorkers(SendNotifications sendNotifications, DeadLetters deadLetters, ObjectMapper json) {
        this.sendNotifications = sendNotifications;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("email")
    @Blocking
    void onEmail(ConsumerRecords<String, byte[]> records) {
        work(Channel.EMAIL, records);
    }

    @Incoming("sms")
    @Blocking
    void onSms(ConsumerRecords<String, byte[]> records) {
        work(Channel.SMS, records);
    }

    @Incoming("push")
    @Blocking
    void onPush(ConsumerRecords<String, byte[]> records) {
        work(Channel.PUSH, records);
    }

    /// A failed message is not a failed record: it is on its row, and the sweep takes it from there.
    private void work(Channel channel, ConsumerRecords<String, byte[]> records) {
        var requests = new ArrayList<Read>();
        for (var event : IncomingEvent.in(records)) {
            try {
                if (event.type().equals("NotificationRequested")) {
                    requests.add(new Read(
                            event, event.as(NotificationRequested.class, json).notificationId()));
                }
            } catch (RuntimeException e) {
                refused(event, e);
            }
        }
        Batches.handle(requests, batch -> send(channel, batch), (it, cause) -> refused(it.source(), cause));
    }

    private List<Void> send(Channel channel, List<Read> batch) {
        sendNotifications.requested(
                channel, batch.stream().map(Read::notificationId).toList());
        return List.of();
    }

    private List<Void> refused(IncomingEvent event, RuntimeException cause) {
        deadLetters.keep(event, cause);
        return List.of();
    }

    private record Read(IncomingEvent source, String notificationId) {}
}
