package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/// Commands that end by themselves.
final class Commands {

    private Commands() {}

    /// Runs it to its end; its output is added to the log.
    static void run(Command command, Path log) {
        try {
            var process = command.process()
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.words().getFirst() + " failed; see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }
}
