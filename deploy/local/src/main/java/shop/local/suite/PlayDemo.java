package shop.local.suite;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import shop.local.demo.Demo;
import shop.local.server.Refusal;

@Command(name = "demo", description = "Plays the main job against the running shop, and checks every step.")
final class PlayDemo implements Callable<Integer> {

    @Option(names = "--products", paramLabel = "FILE.ndjson", description = "Do the job at size, with this catalogue.")
    private @Nullable Path products;

    @Option(names = "--orders", defaultValue = "1000", description = "How many orders then (${DEFAULT-VALUE}).")
    private int orders;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same orders (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        var suite = Home.suite().orElseThrow(() -> new Refusal("The shop is not up: ./shop up starts it."));
        var demo = new Demo(suite.endpoints(), System.out);
        var so = products == null ? demo.tellStory() : demo.runAtSize(products, orders, seed);
        return so ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
