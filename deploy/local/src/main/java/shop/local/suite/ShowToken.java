package shop.local.suite;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shop.local.server.Refusal;

@Command(
        name = "token",
        description = "Prints a bearer token with the role support, for the operators' part of the REST APIs.")
final class ShowToken implements Runnable {

    @Option(names = "--name", defaultValue = "${sys:user.name}", description = "Who acts with it (${DEFAULT-VALUE}).")
    private String name = "";

    @Option(names = "--hours", defaultValue = "8", description = "How long it is good for (${DEFAULT-VALUE}).")
    private int hours;

    @Override
    public void run() {
        var suite = Home.suite().orElseThrow(() -> new Refusal("The shop is not up: ./shop up starts it."));
        System.out.println(suite.tokens().supportToken(name, Duration.ofHours(hours)));
    }
}
