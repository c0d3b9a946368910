package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/// Ends the servers of a folder with this JVM, also when that is killed; their logs stay.
///
/// A shell waits on a pipe of which we hold the other end, and never let it go: the kernel does, whatever ends us.
public final class Watchdog {

    private static final String SCRIPT = """
            read _
            for pid in "$0"/*/pid; do kill -9 $(cat "$pid"); done
            rm -rf "$0"/*/data
            """;

    private Watchdog() {}

    public static void over(Path folder) {
        try {
            var shell = new ProcessBuilder("sh", "-c", SCRIPT, folder.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            holdOn(shell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A thread refers to the process: without, its pipe would be closed as garbage.
    private static void holdOn(Process shell) {
        Thread.ofPlatform().daemon().name("watchdog").start(() -> shell.onExit().join());
    }
}
