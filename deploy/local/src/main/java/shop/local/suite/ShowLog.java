package shop.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows what a service or server has written.")
final class ShowLog implements Callable<Integer> {

    @Parameters(
            description = "catalog, cart, inventory, order, notification, kafka, postgres, redis, opensearch, mailbox")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what it will write.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var log = Home.FOLDER.resolve(name).resolve("log");
        if (!Files.exists(log)) {
            throw new Refusal("There is no " + log);
        }
        return new ProcessBuilder("tail", "-n", "200", follow ? "-F" : "-q", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
