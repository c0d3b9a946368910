package shop.order.payment;

/// Why a notice is not believed.
public abstract sealed class WebhookRefusal extends RuntimeException {

    private final String header;

    private WebhookRefusal(String header, String reason) {
        super("%s %s".formatted(header, reason));
        this.header = header;
    }

    /// The request's header that is wrong.
    public String header() {
        return header;
    }

    /// Whoever sent this is not the gateway, or did not send it now.
    public static final class NotGenuine extends WebhookRefusal {
        NotGenuine(String header, String reason) {
            super(header, reason);
        }
    }

    /// The id stands for another notice already.
    public static final class OtherNotice extends WebhookRefusal {
        OtherNotice(String id) {
            super("webhook-id", "%s was another notice before".formatted(id));
        }
    }
}
