package shop.local.suite;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Ends what up has started; the data stay.")
final class Down implements Runnable {

    @Option(names = "--wipe", description = "Delete the data, too.")
    private boolean wipe;

    @Override
    public void run() {
        Home.alone(
                () -> Home.suite().ifPresentOrElse(this::end, () -> System.out.println("Nothing was started here.")));
    }

    private void end(Suite suite) {
        suite.stop();
        System.out.println("The shop is down.");
        if (wipe) {
            suite.wipe();
            System.out.println("Its data are deleted.");
        }
    }
}
