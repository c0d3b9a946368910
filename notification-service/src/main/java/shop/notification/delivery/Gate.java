package shop.notification.delivery;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;
import shop.notification.delivery.Rate.Place;

/// What stands between this service and one provider: its rate, its wish to be left alone, and a circuit breaker
/// that keeps one that is down from being asked by every message.
final class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);

    /// How long a provider that is down is left alone before one message tries it.
    static final Duration SHUT = Duration.ofSeconds(3);

    /// Of so many messages in a row half must fail for a provider to be taken for down.
    private static final int WINDOW = 20;

    private final Provider provider;
    private final Rate rate;
    private final int most;
    private final Consumer<Instant> pause;
    private final Clock clock;
    private final TypedGuard<Outcome> breaker;
    private volatile Instant shutUntil = Instant.EPOCH;
    private volatile Instant healthySince = Instant.EPOCH;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    /// @param most messages that it is given at once
    /// @param pause tells the other replicas until when the provider wants to be left alone
    Gate(Provider provider, Rate rate, int most, Consumer<Instant> pause, Clock clock) {
        this.provider = provider;
        this.rate = rate;
        this.most = most;
        this.pause = pause;
        this.clock = clock;
        this.breaker = TypedGuard.create(Outcome.class)
                .withCircuitBreaker()
                .requestVolumeThreshold(WINDOW)
                .failureRatio(0.5)
                .delay(SHUT.toMillis(), ChronoUnit.MILLIS)
                .onStateChange(this::changed)
                .done()
                .build();
    }

    String provider() {
        return provider.name();
    }

    /// How many messages it may be given now: one where it is tried whether it is back.
    int room() {
        if (isShut()) {
            return 0;
        }
        return state == CircuitBreakerState.CLOSED ? most : 1;
    }

    boolean isHealthy() {
        return state == CircuitBreakerState.CLOSED && !isShut();
    }

    /// When it is worth to come again.
    Instant opensAt() {
        var soon = clock.instant().plusSeconds(1);
        return shutUntil.isAfter(soon) ? shutUntil : soon;
    }

    /// Gives the provider a message, as soon as its rate allows; empty where it is shut, or its turn would come
    /// after `latest`.
    ///
    /// @param before is run when nothing else comes before the asking
    Optional<Answer> ask(Dispatch dispatch, Instant latest, Runnable before) {
        if (isShut()) {
            return Optional.empty();
        }
        var place = places(dispatch, latest);
        place.map(Place::pausedUntil).filter(clock.instant()::isBefore).ifPresent(this::shut);
        if (place.isEmpty() || isShut()) { // It may have asked others to leave it alone meanwhile.
            return Optional.empty();
        }
        before.run();
        return outcome(dispatch)
                .map(it -> new Answer(
                        it, latest(healthySince, shutUntil, place.get().at())));
    }

    /// One place for each call; the last one's.
    private Optional<Place> places(Dispatch dispatch, Instant latest) {
        var place = rate.take(latest);
        for (int i = 1; i < provider.calls(dispatch) && place.isPresent(); i++) {
            place = rate.take(latest);
        }
        return place;
    }

    private Optional<Outcome> outcome(Dispatch dispatch) {
        try {
            return Optional.of(breaker.call(() -> judged(dispatch)));
        } catch (CircuitBreakerOpenException _) {
            return Optional.empty();
        } catch (ProviderFailed e) {
            return Optional.of(e.outcome);
        } catch (Exception e) {
            LOG.errorf("Provider %s failed on %s: %s", provider.name(), dispatch.notificationId(), e.getClass());
            return Optional.of(new Outcome.AnswerLost("provider failed"));
        }
    }

    /// To be asked to wait is an answer, not a failure.
    private Outcome judged(Dispatch dispatch) throws ProviderFailed {
        return switch (provider.send(dispatch)) {
            case Outcome.Failed it
            when it.retryAfter() != null -> {
                var until = clock.instant().plus(it.retryAfter());
                shut(until);
                pause.accept(until);
                yield it;
            }
            case Outcome.Failed it -> throw new ProviderFailed(it);
            case Outcome.AnswerLost it -> throw new ProviderFailed(it);
            case Outcome it -> it;
        };
    }

    private synchronized void shut(Instant until) {
        shutUntil = latest(shutUntil, until);
    }

    private boolean isShut() {
        return clock.instant().isBefore(shutUntil);
    }

    private void changed(CircuitBreakerState now) {
        state = now;
        switch (now) {
            case OPEN -> {
                LOG.warnf("Provider %s is down and will be tried again in %s", provider.name(), SHUT);
                shut(clock.instant().plus(SHUT));
            }
            case HALF_OPEN -> {}
            case CLOSED -> {
                LOG.infof("Provider %s is back", provider.name());
                healthySince = clock.instant();
            }
        }
    }

    private static Instant latest(Instant... moments) {
        return Stream.of(moments).max(Instant::compareTo).orElseThrow();
    }

    /// @param sendableAt since when the provider could have taken it: it was healthy and its rate had a place
    record Answer(Outcome outcome, Instant sendableAt) {}

    /// How the breaker learns of an outcome.
    private static final class ProviderFailed extends Exception {
        private final transient Outcome outcome;

        ProviderFailed(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }
}
