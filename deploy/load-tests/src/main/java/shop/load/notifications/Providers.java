package shop.load.notifications;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// One provider for each channel, all in this process.
final class Providers implements AutoCloseable {

    private static final String ANY_NUMBER = "0";

    private final List<StubProvider> all;

    /// @param folder for what they give the service as a file
    /// @param accepted hears of each message that is taken, by its notification's id, and when
    Providers(Path folder, Temper temper, BiConsumer<String, Instant> accepted) {
        var fcm = new Fcm(folder.resolve("service-account.json"));
        all = Stream.of(new SendGrid(), new Twilio(), fcm)
                .map(it -> new StubProvider(it, temper, accepted))
                .toList();
    }

    static List<String> channels() {
        return List.of("EMAIL", "SMS", "PUSH");
    }

    StubProvider of(String channel) {
        return all.stream()
                .filter(it -> it.protocol().channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /// What the service is told to send by these on some channels, and on no other, at any rate.
    Map<String, String> settings(Collection<String> channels) {
        var settings = new HashMap<>(Map.of("shop.notification.outbox.copies", "false"));
        for (var stub : all) {
            var protocol = stub.protocol();
            var provider = protocol.provider();
            var chosen = channels.contains(protocol.channel()) ? provider : "";
            settings.putAll(protocol.settings(stub.url()));
            settings.put(
                    "shop.notification.channel.%s.providers"
                            .formatted(protocol.channel().toLowerCase(Locale.ROOT)),
                    chosen);
            settings.put("shop.notification.delivery.per-second." + provider, ANY_NUMBER);
        }
        return settings;
    }

    @Override
    public void close() {
        all.forEach(StubProvider::close);
    }
}
