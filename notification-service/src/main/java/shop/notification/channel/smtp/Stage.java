package shop.notification.channel.smtp;

/// How far a dialogue with the mail server has come. Until all of the content is out the server has nothing that it
/// could deliver.
enum Stage {
    CONNECTING,
    SENDER,
    RECIPIENT,
    CONTENT,
    /// The dot that ends the content is on its way: from here on the mail may have been taken.
    CONTENT_ENDED,
    /// Nobody waits for it any more, so that it must not come to its end.
    ABANDONED
}
