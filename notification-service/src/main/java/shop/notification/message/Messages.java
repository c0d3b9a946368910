package shop.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Writes what customers are told about an event, each in the language that is closest to theirs.
@ApplicationScoped
public class Messages {

    private static final Logger LOG = Logger.getLogger(Messages.class);

    private final Languages languages = new Languages(new Templates());
    private final String shop;

    /// @param shop the name that mails are signed with
    Messages(@ConfigProperty(name = "shop.notification.shop-name") String shop) {
        this.shop = shop;
    }

    /// Compiles all templates when the service starts: one that is missing is noticed before a customer is to be
    /// told.
    void start(@Observes Startup event) {
        LOG.infof(
                "Messages are written in %s",
                languages.all().map(Locale::toLanguageTag).sorted().toList());
    }

    public Message write(ShopEvent event, Reader reader) {
        var language = languages.closestTo(reader.language());
        var draft = language.draft(event.kind());
        var brief = facts(event, reader, Style.of(language, reader, Room.LINE));
        var subject = Plain.line(draft.subject().render(brief));
        var summary = Plain.line(draft.summary().render(brief));
        var facts = facts(event, reader, Style.of(language, reader, Room.LETTER));
        facts.putAll(Map.of(
                "language", language.locale().toLanguageTag(),
                "subject", subject,
                "summary", summary));
        return new Message(
                subject,
                draft.html().render(facts),
                Plain.paragraphs(draft.text().render(facts)),
                Plain.brief(Plain.line(subject + ". " + summary)));
    }

    /// The languages that something can be written in.
    Stream<Locale> languages() {
        return languages.all();
    }

    /// The one of them that a reader of `wanted` is written in.
    Locale languageFor(Locale wanted) {
        return languages.closestTo(wanted).locale();
    }

    private Map<String, Object> facts(ShopEvent event, Reader reader, Style style) {
        return Facts.of(event, reader, shop, style);
    }
}
