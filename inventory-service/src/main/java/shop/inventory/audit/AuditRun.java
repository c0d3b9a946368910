package shop.inventory.audit;

import java.time.Duration;
import java.time.Instant;

/// That an audit was made, and what it came to.
///
/// @param driftUnits by how much stock, ledger and open reservations disagreed; 0 is how it must be
record AuditRun(Instant startedAt, Duration took, long products, long driftUnits) {}
