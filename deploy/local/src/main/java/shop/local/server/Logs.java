package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/// Ends of logs.
final class Logs {

    private Logs() {}

    /// The last lines of it.
    static String tail(Path log, int lines) {
        Queue<String> last = new ArrayDeque<>();
        try (var all = Files.lines(log)) {
            all.forEach(it -> {
                last.add(it);
                if (last.size() > lines) {
                    last.remove();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join("\n", last);
    }
}
