/// What is said: from an event to a text. Plain Java but for the resource that shows the texts.
///
/// The texts are Qute templates in `src/main/resources/templates/message`, in a folder per language. To add a language,
/// copy a folder, name it as the language's tag (`fr`, `pt-BR`), and translate it; nothing else has to be done. In it
/// are
/// - `words.txt`: what several messages share (greeting, closing, how money is written, reasons), as `{#capture}`s;
/// - `<Kind>.txt`: the subject, the summary (one sentence, which with the subject makes an SMS or a push message: 160
///   characters of GSM-7 together, if the language can), and the text of the mail;
/// - `<Kind>.html`: the same mail in HTML; what is in all mails is in `layout.html` beside the folders.
///
/// Templates name facts, as `{order}` ([Facts]), and shared texts, as `{words.total}`. With a folder that lacks a
/// template
/// the service does not start; that no shared text is lacking is tested.
@NullMarked
package shop.notification.message;

import org.jspecify.annotations.NullMarked;
