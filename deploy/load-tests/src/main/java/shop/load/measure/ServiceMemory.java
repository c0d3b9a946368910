package shop.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The memory of a Java process, in megabytes; 0 where the system does not tell.
public record ServiceMemory(long pid) {

    private static final int KILO = 1024;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern GENERATION = Pattern.compile("(?i)(?:new|tenured).* used (\\d+)K");

    /// The most that it had resident at once since its start.
    public long peak() {
        return sum(PEAK, status());
    }

    /// What is in its heap now, garbage included.
    public long heap() {
        return sum(GENERATION, jcmd("GC.heap_info"));
    }

    /// What its heap holds that is still needed: the garbage is collected first.
    public long live() {
        jcmd("GC.run");
        return heap();
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

    private String jcmd(String command) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(jcmd, Long.toString(pid), command).start();
            return new String(process.getInputStream().readAllBytes());
        } catch (IOException _) {
            return "";
        }
    }
}
