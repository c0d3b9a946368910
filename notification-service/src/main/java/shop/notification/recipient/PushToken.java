package shop.notification.recipient;

import java.util.regex.Pattern;

/// What a device is reached by. Whoever knows it can ask the push service about the device: the text form does
/// not show it, and people see it [shortened](#shortened()).
record PushToken(String value) {

    static final String RULE = "must be 1 to 4096 printable ASCII characters, no blanks, and not dots alone";

    private static final Pattern PRINTABLE = Pattern.compile("(?!\\.+$)[\\x21-\\x7E]{1,4096}");
    private static final int LONGEST_SHOWN = 8;

    PushToken {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a push token " + RULE);
        }
    }

    static boolean isValid(String value) {
        return PRINTABLE.matcher(value).matches();
    }

    /// Enough to tell devices apart: the beginning, a quarter of it at the most.
    String shortened() {
        return value.substring(0, Math.min(LONGEST_SHOWN, value.length() / 4)) + "…";
    }

    @Override
    public String toString() {
        return "PushToken[]";
    }
}
