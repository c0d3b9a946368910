package shop.local.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import shop.local.catalogue.Catalogue;
import shop.local.catalogue.CatalogueImport;
import shop.local.catalogue.CatalogueLines;
import shop.local.catalogue.Progress;
import shop.local.client.Shop;
import shop.local.client.UnexpectedAnswer;
import shop.local.server.Refusal;

@Command(
        name = "catalogue",
        description = {
            "Generates products as a real shop has them, and imports them into the running one.",
            "The same command again goes on where it was cut off."
        })
final class FillCatalogue implements Callable<Integer> {

    private static final long PROGRESS_NANOS = 2_000_000_000;

    @Option(names = "--products", defaultValue = "10000", description = "How many (${DEFAULT-VALUE}).")
    private long products;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same products (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--gzip", description = "Sends or writes them compressed.")
    private boolean compressed;

    @Option(names = "--out", paramLabel = "FILE|-", description = "Writes the lines there; the shop need not be up.")
    private @Nullable String out;

    private long shown = System.nanoTime();

    @Override
    public Integer call() throws IOException {
        if (out != null) {
            write(out);
            return ExitCode.OK;
        }
        var suite = Home.suite().orElseThrow(() -> new Refusal("The shop is not up: ./shop up starts it."));
        return fill(new Shop(suite.endpoints()));
    }

    private void write(String target) throws IOException {
        try (var lines = compressed
                        ? CatalogueLines.compressed(new Catalogue(seed), 0, products)
                        : CatalogueLines.of(new Catalogue(seed), 0, products);
                var sink = sink(target)) {
            lines.transferTo(sink);
        }
    }

    private static OutputStream sink(String target) throws IOException {
        return target.equals("-") ? System.out : Files.newOutputStream(Path.of(target));
    }

    private int fill(Shop shop) {
        var work = new CatalogueImport(shop, new Catalogue(seed), 0, products, compressed);
        System.out.printf("Import %s%n", work.importId());
        try {
            var outcome = work.run(this::show);
            summarize(outcome);
            return outcome.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (UnexpectedAnswer | UncheckedIOException e) {
            throw new Refusal(
                    e.getMessage() + "\nWhat is stored stays; the same command again goes on where this one ended.");
        }
    }

    private void show(Progress progress) {
        if (System.nanoTime() - shown > PROGRESS_NANOS) {
            shown = System.nanoTime();
            System.out.printf(
                    "  %,11d received%s %,11d found%n", progress.received(), rate(progress), progress.indexed());
        }
    }

    private static String rate(Progress progress) {
        return progress.rate().isPresent()
                ? ", %,7.0f a second,".formatted(progress.rate().getAsDouble())
                : ",";
    }

    private static void summarize(CatalogueImport.Outcome outcome) {
        var progress = outcome.progress();
        System.out.printf(
                "%,d lines stored, in %.1f s now (%,.0f a second), %,d rejected; %,d found after %.1f s%n",
                progress.stored(),
                outcome.stored().toMillis() / 1e3,
                outcome.rate(),
                progress.rejected(),
                progress.indexed(),
                outcome.found().toMillis() / 1e3);
    }
}
