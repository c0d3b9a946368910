package shop.notification.message;

import java.time.format.FormatStyle;

/// How much room there is for what others have written, in characters.
enum Room {
    /// In a mail.
    LETTER(200, 200, 200, FormatStyle.LONG),

    /// In one line, which is to fit into an SMS together with an order's id.
    LINE(20, 36, 60, FormatStyle.MEDIUM);

    /// For names there is the same room everywhere: no brief message has any.
    static final int NAME = 100;

    static final int PRODUCT = 120;

    final int carrier;
    final int trackingNumber;
    final int reason;
    final FormatStyle date;

    Room(int carrier, int trackingNumber, int reason, FormatStyle date) {
        this.carrier = carrier;
        this.trackingNumber = trackingNumber;
        this.reason = reason;
        this.date = date;
    }
}
