package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A command line, and what it needs in its environment.
public record Command(List<String> words, Map<String, String> environment) {

    public static Command of(Path program, String... arguments) {
        var words = Stream.concat(Stream.of(program.toString()), Stream.of(arguments));
        return new Command(words.toList(), Map.of());
    }

    /// A Java program, with the garbage collector that its arguments name.
    ///
    /// @param home named early, so that it is seen in the process's command line: see [Daemon]
    public static Command java(Path home, String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return of(java, "-Dshop.home=" + home, "-XX:+ExitOnOutOfMemoryError").and(arguments);
    }

    public Command and(String... arguments) {
        return new Command(joined(words, List.of(arguments)), environment);
    }

    /// The same, run by another command.
    Command by(String... command) {
        return new Command(joined(List.of(command), words), environment);
    }

    /// A class path too long for a command line.
    Command onClassPath(String classPath) {
        return new Command(words, Map.of("CLASSPATH", classPath));
    }

    ProcessBuilder toProcess() {
        var process = new ProcessBuilder(words).redirectErrorStream(true);
        process.environment().putAll(environment);
        return process;
    }

    /// Runs it to its end; its output is added to the log.
    void run(Path log) {
        try {
            var process =
                    toProcess().redirectOutput(Redirect.appendTo(log.toFile())).start();
            if (process.waitFor() != 0) {
                throw new Refusal(words.getFirst() + " failed. To see why: " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
