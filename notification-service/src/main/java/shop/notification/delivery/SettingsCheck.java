package shop.notification.delivery;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.notification.channel.Notifier;
import shop.notification.channel.Provider;

/// Stops the service at its start where settings would silently do nothing, or harm.
@ApplicationScoped
@Startup
class SettingsCheck {

    /// The longest that a topic keeps what is told of.
    private static final Duration KEPT_BY_TOPICS = Duration.ofDays(30);

    SettingsCheck(DeliverySettings settings, @All List<Notifier> notifiers, @All List<Provider> providers) {
        known("per-second", settings.perSecond().keySet(), providers.stream().map(Provider::name));
        known("answer-lost", settings.answerLost().keySet(), notifiers.stream().map(SettingsCheck::channel));
        settings.perSecond().forEach((provider, rate) -> check(rate >= 0, "per-second." + provider, "is negative"));
        check(settings.batch() > 0, "batch", "must be at least 1");
        check(settings.sideBySide() > 0, "side-by-side", "must be at least 1");
        var least = settings.sendTimeout().multipliedBy(2).plusSeconds(2);
        check(settings.lease().compareTo(least) >= 0, "lease", "must be twice send-timeout and 2s at least");
        check(settings.kept().compareTo(KEPT_BY_TOPICS) > 0, "kept", "must be longer than topics keep events: 30d");
    }

    private static void known(String setting, Set<String> named, Stream<String> there) {
        Collection<String> known = there.collect(Collectors.toSet());
        named.forEach(it -> check(known.contains(it), setting + "." + it, "is about nothing: known are " + known));
    }

    private static String channel(Notifier notifier) {
        return notifier.channel().name().toLowerCase(Locale.ROOT);
    }

    private static void check(boolean isSo, String setting, String why) {
        if (!isSo) {
            throw new IllegalStateException("shop.notification.delivery.%s %s".formatted(setting, why));
        }
    }
}
