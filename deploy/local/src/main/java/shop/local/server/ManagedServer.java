package shop.local.server;

import java.util.Optional;

/// A server of ours. However it is broken and started again, it keeps its address and its data.
public interface ManagedServer {

    /// Starts it, unless it runs, and returns when it answers.
    void start();

    /// Ends it in good order.
    void stop();

    /// Ends it like a power failure.
    void kill();

    /// Freezes it: connections stay open, nothing is answered.
    void pause();

    void resume();

    boolean isRunning();

    /// Whether it does what it is there for.
    boolean isReady();

    /// Deletes its data, once it is stopped.
    default void wipe() {}

    /// The process of this machine that it is, if it is one.
    default Optional<ProcessHandle> process() {
        return Optional.empty();
    }
}
