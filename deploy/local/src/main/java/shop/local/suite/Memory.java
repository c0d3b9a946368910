package shop.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// How much memory there is, and who has it. Only Linux tells without being asked by a program of its own.
final class Memory {

    private static final int KILO = 1024;

    private Memory() {}

    /// What could be given to new processes.
    static Optional<Integer> availableMegabytes() {
        return kilobytes(Path.of("/proc/meminfo"), "MemAvailable:").map(it -> it / KILO);
    }

    /// What this process and those that it has started keep resident; what they share counts once.
    static int megabytesOf(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .map(it -> Path.of("/proc", Long.toString(it.pid()), "smaps_rollup"))
                        .mapToInt(it -> kilobytes(it, "Pss:").orElse(0))
                        .sum()
                / KILO;
    }

    private static Optional<Integer> kilobytes(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(it -> it.startsWith(name)).findAny().map(it -> Integer.valueOf(it.split("\\s+")[1]));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
