package shop.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shop.local.server.Refusal;

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
        var tail = new ArrayList<>(List.of("tail", "-n", "200", log.toString()));
        if (follow) {
            tail.add(1, "-F");
        }
        return new ProcessBuilder(tail).inheritIO().start().waitFor();
    }
}
