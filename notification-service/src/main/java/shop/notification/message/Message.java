package shop.notification.message;

/// What a customer is told. It may name them: the text form shows the subject alone, which does not.
///
/// @param html the text of a mail for programs that show HTML
/// @param text the same for those that do not
/// @param brief the same in one line, for channels that are short of room
public record Message(String subject, String html, String text, String brief) {

    @Override
    public String toString() {
        return "Message[" + subject + "]";
    }
}
