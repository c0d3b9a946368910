package shop.load.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What the tables are filled with: orders by number from 1 on. The ids that belong to a number are the same here and
/// in [FillStatements].
///
/// @param largest how many orders the customer has who has most
/// @param history how many of an order's events have a row, the first ones
record Filling(long orders, int customers, int largest, int history) {

    static final String LARGEST = "customer-largest";

    Filling {
        if (orders < 1 || customers < 1 || largest < 1 || largest > orders || history < 1) {
            throw new IllegalArgumentException(
                    "There must be orders, customers and history, and nobody can have more orders than there are");
        }
    }

    static String customerId(int number) {
        return "customer-" + number;
    }

    static String orderId(long number) {
        var hex = HexFormat.of().formatHex(md5(Long.toString(number)));
        return "%s-%s-%s-%s-%s"
                .formatted(
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        hex.substring(12, 16),
                        hex.substring(16, 20),
                        hex.substring(20));
    }

    /// Every how many orders one is of the customer who has most.
    long distance() {
        return orders / largest;
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
