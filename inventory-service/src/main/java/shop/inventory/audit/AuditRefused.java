package shop.inventory.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why nothing was audited, or nothing repaired.
abstract sealed class AuditRefused extends RuntimeException {

    private AuditRefused(String message) {
        super(message);
    }

    /// One at a time: an audit is under way, on whichever replica.
    static final class AuditRunning extends AuditRefused {
        private final @Nullable Instant startedAt;

        /// @param startedAt null if it has only just begun
        AuditRunning(@Nullable Instant startedAt) {
            super("One audit is made at a time, over all replicas");
            this.startedAt = startedAt;
        }

        @Nullable
        Instant startedAt() {
            return startedAt;
        }
    }

    /// One at a time: a repair is under way, on whichever replica.
    static final class RepairRunning extends AuditRefused {
        RepairRunning() {
            super("One repair is made at a time, over all replicas");
        }
    }

    /// What an audit found shall be repaired, but none was made.
    static final class NeverAudited extends AuditRefused {
        NeverAudited() {
            super("No audit has found anything out yet: name the products, or GET /api/v1/audit first");
        }
    }
}
