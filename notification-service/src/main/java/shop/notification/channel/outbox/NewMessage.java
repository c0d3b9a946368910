package shop.notification.channel.outbox;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.channel.Contact;
import shop.notification.channel.Dispatch;

/// A message as its channel would carry it.
///
/// @param to an address; of push, those of all devices; none where it goes to no customer
record NewMessage(
        Dispatch dispatch,
        Channel channel,
        List<String> to,
        String text,
        @Nullable String html) {

    static NewMessage of(Channel channel, Dispatch dispatch) {
        var message = dispatch.message();
        return channel.equals(Channel.EMAIL)
                ? new NewMessage(dispatch, channel, to(channel, dispatch.to()), message.text(), message.html())
                : new NewMessage(dispatch, channel, to(channel, dispatch.to()), message.brief(), null);
    }

    private static List<String> to(Channel channel, Contact contact) {
        if (channel.equals(Channel.PUSH)) {
            return contact.pushTokens();
        }
        if (channel.equals(Channel.EMAIL)) {
            return List.of(Objects.requireNonNull(contact.email()));
        }
        return channel.equals(Channel.SMS) ? List.of(Objects.requireNonNull(contact.phone())) : List.of();
    }

    @Override
    public String toString() {
        return "NewMessage[" + dispatch.notificationId() + "]";
    }
}
