package shop.contracts.bulk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Gets one thing after the other from a source, the next one already while the last one is worked on: on a thread of
/// its own, in their order, and never more than one ahead.
final class ReadAhead<B> implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("read-ahead").factory());
    private final Callable<B> source;
    private Future<B> coming;

    ReadAhead(Callable<B> source) {
        this.source = source;
        coming = thread.submit(source);
    }

    /// Waits for what comes next. What the source throws, this throws in its place.
    B next() throws IOException {
        var next = arrived();
        coming = thread.submit(source);
        return next;
    }

    private B arrived() throws IOException {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    /// Interrupts what is being read, and returns when nobody reads any more.
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
