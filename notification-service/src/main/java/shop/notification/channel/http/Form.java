package shop.notification.channel.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/// The fields of a form, URL-encoded.
public final class Form {

    private final StringJoiner fields = new StringJoiner("&");

    public Form with(String name, String value) {
        fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    String encoded() {
        return fields.toString();
    }
}
