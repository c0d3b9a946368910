package shop.contracts.deadletter;

import java.time.Instant;

/// That a letter was replayed.
///
/// @param actor the name in the token of who asked for it
record Replay(Instant at, String actor, String reason) {}
