package shop.local.demo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import shop.local.client.Endpoints;
import shop.local.client.Shop;
import shop.local.client.UnexpectedAnswer;

/// Plays the main job against a running shop.
public final class Demo {

    private final Shop shop;
    private final Teller teller;
    private final PrintStream out;
    private final String run =
            Long.toString(System.currentTimeMillis() % 1_000_000_000, 36).toLowerCase(Locale.ROOT);

    public Demo(Endpoints endpoints, PrintStream out) {
        this.shop = new Shop(endpoints);
        this.teller = new Teller(out);
        this.out = out;
    }

    /// Tells the reference story. Returns whether everything was so.
    public boolean tellStory() {
        return ends(() -> new Story(shop, teller, run).tell());
    }

    /// Imports a catalogue, places orders of it (the same ones for the same seed), and checks the accounts.
    /// Returns whether everything was so.
    public boolean runAtSize(Path catalogue, int orders, long seed) {
        return ends(() -> new JobAtSize(shop, teller, run, seed).run(catalogue, orders));
    }

    private boolean ends(Runnable play) {
        var failure = failureOf(play);
        out.printf(
                "%n%s%n", failure == null ? "All %d checks hold.".formatted(teller.checks()) : "✗ Not so: " + failure);
        return failure == null;
    }

    private static @Nullable String failureOf(Runnable play) {
        try {
            play.run();
            return null;
        } catch (NotSo | UnexpectedAnswer | UncheckedIOException e) {
            return e.getMessage();
        }
    }
}
