package shop.local.suite;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import shop.local.server.Refusal;

/// `./shop`, once the script has built what is stale.
@Command(
        name = "shop",
        description = "Runs the shop on this machine.",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            ShowLog.class,
            PlayDemo.class,
            FillCatalogue.class,
            ShowToken.class
        })
final class Shop {

    private Shop() {}

    static void main(String[] arguments) {
        var line = new CommandLine(new Shop());
        line.setExecutionExceptionHandler(Shop::explain);
        System.exit(line.execute(arguments));
    }

    /// People read why they are refused; the way through our code helps only with what nobody expected.
    private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof Refusal) {
            line.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
