package shop.load.notifications;

import java.util.Arrays;
import java.util.Optional;

/// What happens to an order, one after the other; the first has sequence 1.
enum Step {
    PLACED("OrderPlaced", "We have your order", """
            ,"lines":[{"productId":"LOAD-1","name":"A product with a name","quantity":1,"unitPrice":"999.99",\
            "discount":"0.00","total":"999.99","explanation":[]},{"productId":"LOAD-2","name":"Another product",\
            "quantity":5,"unitPrice":"19.99","discount":"9.99","total":"89.96",\
            "explanation":[{"rule":"BULK","amount":"9.99"}]}],"subtotal":"1099.94","discount":"9.99",\
            "total":"1089.95","currency":"USD","fingerprint":"6c1f4f0b7d0e4a55\""""),
    CONFIRMED("OrderConfirmed", "is confirmed", """
            ,"paymentId":"pay-1\""""),
    SHIPPED("OrderShipped", "is on its way", """
            ,"carrier":"A carrier","trackingNumber":"1Z999AA10123456784","expectedDelivery":"2026-12-01\""""),
    DELIVERED("OrderDelivered", "has been delivered", "");

    private final String type;
    private final String told;
    private final String fields;

    /// @param told what only a message about this says, in English
    /// @param fields what its event has beside the fields that all have, as JSON with a comma before it
    Step(String type, String told, String fields) {
        this.type = type;
        this.told = told;
        this.fields = fields;
    }

    /// What a text tells of; empty where it is none of these.
    static Optional<Step> toldBy(String text) {
        return Arrays.stream(values()).filter(it -> text.contains(it.told)).findFirst();
    }

    String type() {
        return type;
    }

    String fields() {
        return fields;
    }

    int sequence() {
        return ordinal() + 1;
    }
}
