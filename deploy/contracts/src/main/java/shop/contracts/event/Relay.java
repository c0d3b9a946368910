package shop.contracts.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tells what the rows of a table have to tell, each in its own order and none left out (rule 2 of ARCHITECTURE.md).
///
/// One owner at a time over all replicas, by an advisory lock on a connection of its own which also reads and marks:
/// when that connection breaks, so does the ownership. A key has at most one unacknowledged event, so a failure can
/// delay a key but never reorder it. An event may be told twice, never not at all.
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int ROWS_AT_ONCE = 1000;
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Connections connections;
    private final Untold untold;
    private final EventSender sender;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean closed;
    private @Nullable Thread thread;

    /// @param name the same on every replica, unique within the database
    public Relay(String name, Connections connections, Untold untold, EventSender sender) {
        this.name = name;
        this.connections = connections;
        this.untold = untold;
        this.sender = sender;
    }

    public void start() {
        thread = Thread.ofPlatform().name("relay-" + name).daemon().start(this::run);
    }

    /// Says that rows were committed; without it they are found within 200 ms anyway.
    public void wake() {
        wake.release();
    }

    /// Stops after the events on their way; what is untold stays so for the next owner.
    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try (var connection = connections.open()) {
                tellWhileOwner(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("Relay %s lost its database connection, takes a new one: %s", name, e.getMessage());
                idle(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void tellWhileOwner(Connection connection) throws SQLException {
        while (!closed && !becomeOwner(connection)) {
            idle(PAUSE_AFTER_FAILURE);
        }
        while (!closed) {
            idle(
                    switch (tell(connection)) {
                        case ALL_TOLD -> IDLE;
                        case MORE -> Duration.ZERO;
                        case FAILED -> PAUSE_AFTER_FAILURE;
                    });
        }
    }

    private boolean becomeOwner(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(hashtext(?))")) {
            statement.setString(1, "relay-" + name);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private Outcome tell(Connection connection) throws SQLException {
        var rows = untold.read(connection, ROWS_AT_ONCE);
        if (rows.isEmpty()) {
            return Outcome.ALL_TOLD;
        }
        var due = firstOfEachKey(rows);
        var told = send(due);
        if (!told.isEmpty()) {
            untold.markTold(connection, told);
        }
        return told.size() == due.size() ? Outcome.MORE : Outcome.FAILED;
    }

    private static List<Untold.Row> firstOfEachKey(List<Untold.Row> rows) {
        var keys = new HashSet<String>();
        return rows.stream().filter(it -> keys.add(it.event().key())).toList();
    }

    private List<Untold.Row> send(List<Untold.Row> rows) {
        var sends = sender.sendEach(rows.stream().map(Untold.Row::event).toList());
        var told = new ArrayList<Untold.Row>();
        for (int i = 0; i < sends.size(); i++) {
            if (acknowledged(sends.get(i))) {
                told.add(rows.get(i));
            }
        }
        return told;
    }

    private boolean acknowledged(CompletableFuture<Void> send) {
        var failure = EventSender.failureOf(send);
        if (failure != null) {
            LOG.warnf("Relay %s could not tell, will again: %s", name, failure.getMessage());
        }
        return failure == null;
    }

    private void idle(Duration pause) {
        try {
            if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private enum Outcome {
        ALL_TOLD,
        MORE,
        FAILED
    }
}
