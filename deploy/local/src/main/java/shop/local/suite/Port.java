package shop.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who listens at a port of this machine.
final class Port {

    private static final int LONGEST = 100;

    private Port() {}

    static boolean isTaken(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /// The process that has it, in words, where the system tells.
    static Optional<String> owner(int port) {
        return bySs(port).or(() -> byLsof(port)).flatMap(ProcessHandle::of).map(Port::inWords);
    }

    private static Optional<Long> bySs(int port) {
        return firstNumber("pid=(\\d+)", "ss", "-Hltnp", "sport = :" + port);
    }

    private static Optional<Long> byLsof(int port) {
        return firstNumber("(\\d+)", "lsof", "-nP", "-t", "-sTCP:LISTEN", "-iTCP:" + port);
    }

    private static Optional<Long> firstNumber(String pattern, String... command) {
        var number = Pattern.compile(pattern).matcher(output(command));
        return number.find() ? Optional.of(Long.valueOf(number.group(1))) : Optional.empty();
    }

    /// Nothing, where there is no such command.
    private static String output(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command)).start();
            return new String(process.getInputStream().readAllBytes());
        } catch (IOException _) {
            return "";
        }
    }

    private static String inWords(ProcessHandle process) {
        var line = process.info().commandLine().orElse("?").replaceAll("\\s+", " ");
        var shortened = line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
        return "process " + process.pid() + " (" + shortened + ")";
    }
}
