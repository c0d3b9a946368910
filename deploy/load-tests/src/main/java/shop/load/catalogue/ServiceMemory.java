package shop.load.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The memory of a Java process, in megabytes; 0 where the system does not tell.
record ServiceMemory(long pid) {

    private static final int KILO = 1024;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern GENERATION = Pattern.compile("(?i)(?:new|tenured).* used (\\d+)K");

    /// The most that it had resident at once since its start.
    long peak() {
        return sum(PEAK, status());
    }

    /// What is in its heap now, garbage included.
    long heap() {
        return sum(GENERATION, heapInfo());
    }

    private static long sum(Pattern kilobytes, String text) {
        return kilobytes
                        .matcher(text)
                        .results()
                        .mapToLong(it -> Long.parseLong(it.group(1)))
                        .sum()
                / KILO;
    }

    private String status() {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        } catch (IOException _) {
            return "";
        }
    }

    private String heapInfo() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_info").start();
            return new String(process.getInputStream().readAllBytes());
        } catch (IOException _) {
            return "";
        }
    }
}
