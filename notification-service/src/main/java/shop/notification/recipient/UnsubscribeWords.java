package shop.notification.recipient;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// What stands on the page on which reminders are turned off; in other languages `messages/unsubscribe_*.properties`.
@MessageBundle(value = "unsubscribe", locale = "en")
interface UnsubscribeWords {

    @Message("en")
    String language();

    @Message("Cart reminders")
    String title();

    @Message("Do you want no more reminders of your cart? You will still be told what happens to your orders.")
    String question();

    @Message("Turn reminders off")
    String button();

    @Message("Done. You will get no more reminders of your cart.")
    String done();
}
