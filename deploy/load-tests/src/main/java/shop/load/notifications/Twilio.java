package shop.load.notifications;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// `POST /2010-04-01/Accounts/.../Messages.json`. It is told no notification's id: the text says which one it is.
record Twilio() implements Protocol {

    private static final Pattern ORDER = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Override
    public String channel() {
        return "SMS";
    }

    @Override
    public String provider() {
        return "twilio";
    }

    @Override
    public Map<String, String> settings(String url) {
        return Map.of(
                "shop.notification.twilio.url", url,
                "shop.notification.twilio.account-sid", "ACbenchmark",
                "shop.notification.twilio.auth-token", "benchmark",
                "shop.notification.twilio.from", "+15005550006");
    }

    @Override
    public Optional<String> notificationId(String body) {
        var text = URLDecoder.decode(body, StandardCharsets.UTF_8);
        var order = ORDER.matcher(text);
        return Step.toldBy(text)
                .filter(_ -> order.find())
                .map(it -> new OrderEvent(UUID.fromString(order.group()), "", it).notificationId(channel()));
    }

    @Override
    public Reply accepted() {
        return Reply.json(201, """
                {"sid":"SM%s","status":"queued"}""".formatted(UUID.randomUUID().toString().replace("-", "")));
    }

    @Override
    public Reply failed() {
        return Reply.json(500, """
                {"code":20500,"message":"Internal Server Error","status":500}""");
    }
}
