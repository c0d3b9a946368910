package shop.notification.channel.fcm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import shop.notification.channel.Dispatch;

/// The body of `messages:send` for one device.
///
/// All of one message's sendings carry the same tag, by which a device shows the second in place of the first.
/// Personal data: the text form shows none of it.
record FcmMessage(
        String token, Shown notification, Map<String, String> data, Android android, Apns apns, WebPush webpush) {

    private static final int LONGEST_COLLAPSE_ID = 64; // Apple's

    static FcmMessage of(Dispatch dispatch, String token) {
        var message = dispatch.message();
        var tag = tag(dispatch.idempotencyKey());
        return new FcmMessage(
                token,
                new Shown(message.subject(), message.brief()),
                Map.of(
                        "kind", dispatch.kind().type(),
                        "storyId", dispatch.storyId().toString(),
                        "notificationId", dispatch.notificationId()),
                new Android(tag, new Tagged(tag)),
                new Apns(Map.of("apns-collapse-id", tag)),
                new WebPush(new Tagged(tag)));
    }

    @Override
    public String toString() {
        return "FcmMessage" + data;
    }

    /// The key itself where it is short enough, else its SHA-256, which is.
    static String tag(String key) {
        return key.length() <= LONGEST_COLLAPSE_ID ? key : sha256(key);
    }

    private static String sha256(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JVM has it.
        }
    }

    record Shown(String title, String body) {}

    record Android(@JsonProperty("collapse_key") String collapseKey, Tagged notification) {}

    record Apns(Map<String, String> headers) {}

    record WebPush(Tagged notification) {}

    record Tagged(String tag) {}
}
