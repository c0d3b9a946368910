package shop.local.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A process that outlives whoever starts it, and is found again by the pid file in its folder.
///
/// Its command line must name the folder: that is how it is told from a foreign process that got the same pid later.
///
/// @param home holds all that the process owns: pid file, log and data
public record Daemon(Path home) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

    /// Starts it, unless it runs. Each start begins a new log, and keeps the one before.
    public void start(Command command) {
        if (process().isPresent()) {
            return;
        }
        try {
            Files.createDirectories(home);
            var process = detached(command)
                    .toProcess()
                    .redirectOutput(Redirect.appendTo(newLog().toFile()))
                    .redirectInput(NOTHING)
                    .start();
            Files.writeString(pidFile(), Long.toString(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.words(), e);
        }
    }

    /// The running process, if there is one and it is ours.
    public Optional<ProcessHandle> process() {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    /// What it has said since its start.
    public Path log() {
        return home.resolve("log");
    }

    /// Its last words, in lines for people.
    public String endOfLog() {
        return "The end of " + log() + ":\n" + Logs.tail(log(), 20).indent(4);
    }

    /// Asks it to end by this signal and waits; if it does not, kills it.
    public void stop(String signal) {
        process().ifPresent(process -> {
            signal(process, signal);
            if (!endsInTime(process)) {
                kill(process);
            }
        });
        forget();
    }

    /// Like a power failure: no warning, to it and to the processes it has started.
    public void kill() {
        process().ifPresent(Daemon::kill);
        forget();
    }

    /// Freezes it: connections stay open, nothing is answered.
    public void pause() {
        process().ifPresent(process -> signal(process, "STOP"));
    }

    public void resume() {
        process().ifPresent(process -> signal(process, "CONT"));
    }

    /// Frozen first, as PostgreSQL answers the death of one child with new ones, which would outlive it.
    private static void kill(ProcessHandle process) {
        signal(process, "STOP");
        var family = Stream.concat(process.descendants(), Stream.of(process)).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(Daemon::endsInTime);
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }

    /// Looks again and again: [ProcessHandle#onExit] needs a thread of the common pool, which may have none to spare.
    private static boolean endsInTime(ProcessHandle process) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return !process.isAlive();
    }

    /// Out of the terminal's reach, which hangs up on its processes when it is closed.
    private static Command detached(Command command) {
        return command.by(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "setsid" : "nohup");
    }

    private Path newLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), home.resolve("log.before"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log();
    }

    private boolean isOurs(ProcessHandle process) {
        return commandLine(process).filter(it -> it.contains(home.toString())).isPresent();
    }

    /// For a moment, while a process turns into another program, it has none.
    private static Optional<String> commandLine(ProcessHandle process) {
        var line = process.info().commandLine();
        for (var attempt = 0; line.isEmpty() && process.isAlive() && attempt < 20; attempt++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            line = process.info().commandLine();
        }
        return line;
    }

    private Optional<Long> pid() {
        try {
            return Optional.of(Long.valueOf(Files.readString(pidFile()).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return home.resolve("pid");
    }
}
