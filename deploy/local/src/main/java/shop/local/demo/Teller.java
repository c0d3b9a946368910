package shop.local.demo;

import java.io.PrintStream;

/// Tells the demo step by step, and ends it at the first thing that is not so.
final class Teller {

    private final PrintStream out;
    private int steps;
    private int checks;

    Teller(PrintStream out) {
        this.out = out;
    }

    void step(String what) {
        steps++;
        out.printf("%n%2d. %s%n", steps, what);
    }

    void says(String what) {
        out.printf("      %s%n", what);
    }

    /// Says a fact that was checked.
    void check(boolean so, String fact) {
        if (!so) {
            throw new NotSo(fact);
        }
        checks++;
        out.printf("    ✓ %s%n", fact);
    }

    /// Says that a thing has the value that it must have.
    void checkEquals(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new NotSo("%s: %s, not %s".formatted(what, actual, expected));
        }
        check(true, "%s: %s".formatted(what, actual));
    }

    int checks() {
        return checks;
    }
}
