package shop.inventory.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Sql;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.reservation.Reservation.Reason;
import shop.inventory.reservation.Reservation.Shortage;
import shop.inventory.reservation.Reservation.Status;

/// The table `reservation`.
@ApplicationScoped
class Reservations {

    private static final String COLUMNS = """
            order_id, status, reason, customer_id, fingerprint, checkout, expires_at, allocations, shortages, decided_at
            """;
    private static final String BY_ID = "SELECT " + COLUMNS + "FROM reservation WHERE order_id = ANY(?)";
    private static final String INSERT = """
            INSERT INTO reservation (order_id, status, reason, customer_id, fingerprint, checkout, expires_at,
                allocations, shortages, decided_at, answered_at)
            SELECT order_id, status, reason, customer_id, fingerprint, checkout::jsonb, expires_at::timestamptz,
                allocations::jsonb, shortages::jsonb, decided_at::timestamptz, decided_at::timestamptz
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS new (order_id, status, reason, customer_id, fingerprint,
                checkout, expires_at, allocations, shortages, decided_at)
            ON CONFLICT DO NOTHING
            """;
    private static final String MARK_ORDERED = """
            UPDATE reservation SET ordered = true WHERE order_id IN (
                SELECT order_id FROM reservation WHERE order_id = ANY(?) AND NOT ordered ORDER BY order_id FOR UPDATE)
            """;
    private static final String END = """
            UPDATE reservation SET status = ? WHERE order_id = ANY(?) AND status = 'HELD' RETURNING
            """ + COLUMNS;
    private static final String CLAIM_UNTAKEN = """
            UPDATE reservation SET answered_at = ? WHERE order_id IN (
                SELECT order_id FROM reservation WHERE status = 'HELD' AND NOT ordered AND answered_at < ?
                ORDER BY answered_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING
            """ + COLUMNS;
    private static final TypeReference<List<Allocation>> ALLOCATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Shortage>> SHORTAGES = new TypeReference<>() {};

    private final Sql database;
    private final ObjectMapper json;

    Reservations(Sql database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<Reservation> find(UUID orderId) {
        return of(List.of(orderId)).stream().findFirst();
    }

    List<Reservation> of(Collection<UUID> orderIds) {
        return database.query(BY_ID, this::read, (Object) orderIds.toArray(UUID[]::new));
    }

    /// Keeps what was decided; returns how many it kept: fewer than given where another transaction was faster.
    int insert(List<Reservation> decided) {
        if (decided.isEmpty()) {
            return 0;
        }
        // In one order everywhere, so that two batches with the same ids wait for one another and not in a circle.
        var sorted = decided.stream()
                .sorted(Comparator.comparing(Reservation::orderId))
                .toList();
        return database.update(
                INSERT,
                sorted.stream().map(Reservation::orderId).toArray(UUID[]::new),
                texts(sorted, it -> it.status().name()),
                texts(sorted, it -> it.reason() == null ? null : it.reason().name()),
                texts(sorted, Reservation::customerId),
                texts(sorted, Reservation::fingerprint),
                texts(sorted, Reservation::checkout),
                texts(
                        sorted,
                        it -> it.expiresAt() == null ? null : it.expiresAt().toString()),
                texts(sorted, it -> write(it.allocations())),
                texts(sorted, it -> write(it.shortages())),
                texts(sorted, it -> it.decidedAt().toString()));
    }

    /// Notes that orders took these reservations up: they need not be answered again.
    void markOrdered(Collection<UUID> orderIds) {
        database.update(MARK_ORDERED, (Object) orderIds.toArray(UUID[]::new));
    }

    /// Ends those that are still held; returns these and no others.
    List<Reservation> end(Collection<UUID> orderIds, Status status) {
        return database.query(END, this::read, status.name(), orderIds.toArray(UUID[]::new));
    }

    /// Reservations that no order took up and that were last answered before `before`; from now on answered at `now`.
    List<Reservation> claimUntaken(Instant before, Instant now, int limit) {
        return database.query(CLAIM_UNTAKEN, this::read, now, before, limit);
    }

    private Reservation read(ResultSet row) throws SQLException {
        var reason = row.getString(3);
        return new Reservation(
                row.getObject(1, UUID.class),
                Status.valueOf(row.getString(2)),
                reason == null ? null : Reason.valueOf(reason),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                instant(row.getObject(7, OffsetDateTime.class)),
                parse(row.getString(8), ALLOCATIONS),
                parse(row.getString(9), SHORTAGES),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String[] texts(List<Reservation> of, Function<Reservation, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
