package shop.local.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import shop.local.client.Answer;
import shop.local.client.Shop;

/// Sends a part of a catalogue to the shop, and follows it until all of it is found.
///
/// @param first the number of the first product
/// @param end the number after the last one
/// @param compressed whether to send gzip
public record CatalogueImport(Shop shop, Catalogue catalogue, long first, long end, boolean compressed) {

    private static final Duration PAUSE = Duration.ofMillis(500);
    /// As long as the index takes nothing more, before we give up.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// What became of it.
    ///
    /// @param before how many lines were stored by an earlier try
    /// @param stored how long it took until the shop had stored the last line
    /// @param found how long until all that is stored was found, or until nothing more came
    public record Outcome(long before, Duration stored, Duration found, Progress progress) {

        /// Lines stored a second.
        public double rate() {
            return (progress.stored() - before) / (stored.toNanos() / 1e9);
        }

        public boolean isComplete() {
            return progress.isFound() && progress.rejected() == 0;
        }
    }

    /// The same for the same products: sent again, the import goes on where it was cut off.
    public String importId() {
        return "catalogue-%d-%d-%d".formatted(catalogue.seed(), first, end);
    }

    /// Returns when all is found, or nothing more is. Throws [shop.local.client.UnexpectedAnswer] where the shop
    /// refuses it.
    ///
    /// @param watcher is told about twice a second how far it is
    public Outcome run(Consumer<Progress> watcher) {
        var before = progress().map(Progress::stored).orElse(0L);
        var begin = System.nanoTime();
        var sent = CompletableFuture.supplyAsync(this::send);
        var stored = sent.thenApply(_ -> since(begin));
        while (!sent.isDone()) {
            progress().ifPresent(watcher);
            pause();
        }
        result(sent).expectSuccess();
        var last = followIndex(watcher);
        return new Outcome(before, result(stored), since(begin), last);
    }

    private Answer send() {
        return shop.importProducts(importId(), this::lines, compressed);
    }

    private InputStream lines() {
        try {
            return compressed
                    ? CatalogueLines.compressed(catalogue, first, end)
                    : CatalogueLines.of(catalogue, first, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Progress followIndex(Consumer<Progress> watcher) {
        var progress = progress().orElseThrow();
        var moved = System.nanoTime();
        while (!progress.isFound() && since(moved).compareTo(PATIENCE) < 0) {
            watcher.accept(progress);
            pause();
            var next = progress().orElse(progress);
            moved = next.indexed() > progress.indexed() ? System.nanoTime() : moved;
            progress = next;
        }
        watcher.accept(progress);
        return progress;
    }

    /// Nothing before the shop has begun it.
    private Optional<Progress> progress() {
        return Optional.of(shop.productImport(importId()))
                .filter(Answer::isSuccess)
                .map(it -> Progress.of(it.body()));
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
