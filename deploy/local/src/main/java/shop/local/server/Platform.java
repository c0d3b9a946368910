package shop.local.server;

import java.util.Locale;

/// The system and processor that native programs are chosen for.
final class Platform {

    private Platform() {}

    /// For example `linux-amd64` or `darwin-arm64`.
    static String name() {
        return (isLinux() ? "linux" : "darwin") + "-" + processor();
    }

    static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm64";
            case "x86_64" -> "amd64";
            case String other -> other;
        };
    }
}
