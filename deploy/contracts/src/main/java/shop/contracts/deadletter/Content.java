package shop.contracts.deadletter;

import org.jspecify.annotations.Nullable;

/// What a replay of a letter sends.
sealed interface Content {

    /// What the letter itself keeps; it may be large, and is read when it is sent.
    record Own() implements Content {}

    /// The record where the letter came from.
    ///
    /// @param bytes null for a tombstone
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Original(byte @Nullable [] bytes) implements Content {}

    /// Nothing, and why.
    record Gone(String why) implements Content {}

    Content TOMBSTONE = new Original(null);
    Content SUPERSEDED = new Gone("superseded: a newer record of this key exists or it was erased");
    Content NOWHERE = new Gone("its value was not kept, and is no longer where it came from");
    Content UNKNOWN_SOURCE = new Gone("it does not say where it came from");
}
