package shop.cart.load;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.cart.json.Json;
import shop.cart.load.Admission.Turn;

/// Sheds requests before any work is done for them: before body, JSON, and the thread that would do it.
///
/// Quarkus keeps a request paused until somebody wants its body, so one that waits here loses nothing.
@ApplicationScoped
class HttpLimit {

    private static final int BEFORE_ALL_OTHERS = 10_000;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Vertx vertx;
    private final Json json;
    private final MeterRegistry metrics;
    private final long patienceMillis;
    private final long smallBody;
    private final Admission admission;
    private final BodyHandler bodies = BodyHandler.create(false);

    /// @param bodyLimit what is larger is left to who reads it, and refuses it
    HttpLimit(
            LoadSettings settings,
            @ConfigProperty(name = "shop.http.body-limit") MemorySize bodyLimit,
            Vertx vertx,
            Json json,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.json = json;
        this.metrics = metrics;
        this.smallBody = bodyLimit.asLongValue();
        this.patienceMillis = settings.patience().toMillis();
        this.admission = new Admission(settings.requests(), limits(settings), settings.queue());
        metrics.gauge("cart.requests.in.flight", admission, Admission::inside);
    }

    private static Map<Kind, Integer> limits(LoadSettings settings) {
        var limits = new EnumMap<Kind, Integer>(Kind.class);
        limits.put(Kind.CHECKOUTS, settings.requests());
        limits.put(Kind.CHANGES, settings.changes());
        limits.put(Kind.READS, settings.reads());
        return limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_ALL_OTHERS);
    }

    private void handle(RoutingContext request) {
        Kind.of(request.request().method().name(), request.normalizedPath())
                .ifPresentOrElse(kind -> enter(request, kind), request::next);
    }

    private void enter(RoutingContext request, Kind kind) {
        var context = vertx.getOrCreateContext();
        var turn = admission.turn(kind, () -> context.runOnContext(_ -> proceed(request, kind)));
        request.addEndHandler(_ -> turn.leave()); // Also when the client has hung up.
        switch (turn.enter()) {
            case ADMITTED -> proceed(request, kind);
            case WAITING -> await(request, turn);
            case REFUSED -> refuse(request, kind);
            case NEW, LEFT -> throw new IllegalStateException("Entered, but neither in nor out");
        }
    }

    private void proceed(RoutingContext request, Kind kind) {
        if (!request.response().closed()) {
            count(kind, "accepted");
            pass(request);
        }
    }

    /// A body is read here, where it arrives: a thread of its own would have to wait for it first of all.
    private void pass(RoutingContext request) {
        if (hasSmallBody(request.request())) {
            request.request().resume();
            bodies.handle(request);
        } else {
            request.next();
        }
    }

    private boolean hasSmallBody(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        var length = header == null ? 0 : Long.parseLong(header); // A number: the HTTP server has seen to that.
        return 0 < length && length <= smallBody;
    }

    private void await(RoutingContext request, Turn turn) {
        count(turn.kind(), "queued");
        vertx.setTimer(patienceMillis, _ -> {
            if (turn.giveUp()) {
                refuse(request, turn.kind());
            }
        });
    }

    private void refuse(RoutingContext request, Kind kind) {
        count(kind, "shed");
        request.request().resume(); // What is left of the body is read away, for the connection's next request.
        request.response()
                .setStatusCode(SERVICE_UNAVAILABLE)
                .putHeader("Retry-After", Integer.toString(Overloaded.RETRY_AFTER_SECONDS))
                .putHeader("Content-Type", "application/problem+json")
                .end(json.write(Problem.at(request.normalizedPath())));
    }

    private void count(Kind kind, String outcome) {
        metrics.counter("cart.requests", "kind", kind.label(), "outcome", outcome)
                .increment();
    }

    /// The problem, where there is no JAX-RS yet to write it.
    record Problem(String type, String title, int status, String detail, String instance) {

        static Problem at(String path) {
            return new Problem(
                    "/problems/overloaded",
                    "Too busy right now",
                    SERVICE_UNAVAILABLE,
                    "There are too many requests; try again in a moment",
                    path);
        }
    }
}
