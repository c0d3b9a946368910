package shop.e2e;

/// The places where a crash of the order service hurts: between two steps that do not happen together.
///
/// Each is a place in a method and what must be so there; the process dies in that very moment, by Byteman, without
/// the service's doing.
enum KillPoint {
    /// Reserved checkouts were read, and nothing is written.
    READ_NOT_PLACED("placement.PlaceOrders", "place(java.util.List)", "ENTRY", "$1.size() > 0"),
    /// The orders' and payments' rows are written, and not committed.
    WRITTEN_NOT_COMMITTED("payment.Payments", "open(java.util.Collection)", "EXIT", "$1.size() > 0"),
    /// The orders are placed, and the offsets not committed.
    PLACED_NOT_ACKNOWLEDGED("placement.PlaceOrders", "place(java.util.List)", "EXIT", "$1.size() > 0"),

    /// Events were read from their rows, and not sent.
    READ_NOT_SENT("shop.contracts.event.Relay", "send(java.util.List)", "ENTRY", "$0.name.equals(\"orders\")"),
    /// The broker has the events, and their rows say that they are untold.
    SENT_NOT_MARKED("lifecycle.UntoldHistory", "markTold", "ENTRY", "$2.size() > 0"),
    /// The rows say that they are told, and the next are waiting.
    MARKED("lifecycle.UntoldHistory", "markTold", "EXIT", "$2.size() > 0"),

    /// Payments are claimed, and the gateway was not asked.
    CLAIMED_NOT_CHARGED("payment.Payments", "claimWanted", "EXIT", "$!.size() > 0"),
    /// The gateway took money, and nobody here has written it down.
    CHARGED_NOT_SETTLED(
            "payment.Settlement",
            "settle(java.util.List,java.lang.String)",
            "ENTRY",
            "$2.equals(\"payment\") AND $1.toString().contains(\"Succeeded\")"),
    /// The payments' rows are written; their orders are not confirmed, and nothing is committed.
    SETTLED_NOT_COMMITTED("payment.Payments", "settle", "EXIT", "$1.toString().contains(\"SUCCEEDED\")"),
    /// Orders are confirmed, and nobody was told.
    CONFIRMED_NOT_TOLD(
            "payment.Settlement",
            "inTransaction(java.util.List,java.lang.String)",
            "EXIT",
            "$1.toString().contains(\"Succeeded\")"),

    /// The gateway voided a payment that came too late, and the order waits for it still.
    VOIDED_NOT_CANCELLED(
            "payment.Settlement",
            "settle(java.util.List,java.lang.String)",
            "ENTRY",
            "$2.equals(\"payment-timeout\") AND $1.toString().contains(\"Voided\")"),
    /// Orders whose gateway does not answer are about to be cancelled.
    GIVING_UP("payment.Payments", "dueSince", "EXIT", "$!.size() > 0"),

    /// The gateway's notice is noted, and what it says is not settled.
    NOTED_NOT_SETTLED("payment.Settlement", "settleNow", "ENTRY", "TRUE"),
    /// What the gateway's notice says is settled, and the gateway was not answered.
    SETTLED_NOT_ANSWERED("payment.PaymentWebhookResource", "tell", "EXIT", "TRUE"),

    /// Somebody cancels an order, which is written, and not committed.
    CANCELLED_NOT_COMMITTED("lifecycle.OrderResource", "cancel", "EXIT", "TRUE");

    private static final int PASSES = 2;

    private final String type;
    private final String method;
    private final String location;
    private final String condition;

    /// @param type within the order service, where it is not named in full
    /// @param location as Byteman calls it
    /// @param condition in Byteman's words: `$1` is the first argument, `$!` what is returned
    KillPoint(String type, String method, String location, String condition) {
        this.type = type.startsWith("shop.") ? type : "shop.order." + type;
        this.method = method;
        this.location = location;
        this.condition = condition;
    }

    /// Ends the JVM as `kill -9` does, without its shutdown hooks, when the place is passed the second time.
    String rule() {
        return """
                RULE %1$s
                CLASS %2$s
                METHOD %3$s
                AT %4$s
                IF %5$s AND incrementCounter("passes") == %6$d
                DO traceln("%7$s"); killJVM()
                ENDRULE
                """.formatted(name(), type, method, location, condition, PASSES, lastWords());
    }

    /// What the log says when it was this that ended the process.
    String lastWords() {
        return "Killed at " + name();
    }

    /// Whether Byteman says in its log that it found the place: the service's code may have moved on.
    boolean isFound(String log) {
        return log.lines().anyMatch(it -> it.contains("inserting trigger into") && it.endsWith("for rule " + name()));
    }

    /// Whether Byteman says there that it cannot make sense of the condition in this place.
    boolean isRefused(String log) {
        return log.contains("error type checking rule " + name());
    }
}
