package shop.notification.message;

import java.util.regex.Pattern;

/// Makes free text fit to stand among ours.
final class Plain {

    /// What would break a line, and what would turn the direction of the text that follows.
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");
    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");
    private static final Pattern GAPS = Pattern.compile("\\n{3,}");

    private Plain() {}

    /// One line of at most `longest` characters.
    static String line(String text, int longest) {
        var line = line(text);
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }

    static String line(String text) {
        var visible = HALVES.matcher(CONTROLS.matcher(text).replaceAll(" ")).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /// With the marks that we set ourselves in the alphabet of SMS (GSM-7): a single other one halves the room.
    static String brief(String line) {
        return line.replaceAll("[“”„]", "\"").replaceAll("[‘’]", "'").replace("…", "...");
    }

    /// Paragraphs parted by one blank line, whatever was left out between them.
    static String paragraphs(String text) {
        return GAPS.matcher(text.strip()).replaceAll("\n\n") + "\n";
    }
}
