package shop.notification.message;

import io.quarkus.qute.Template;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One folder of templates: what is said in one language.
///
/// @param words the texts that several messages share, as fragments
record Language(Locale locale, Template words, Map<Kind, Draft> drafts) {

    static final String WORDS = "words.txt";

    /// Throws where a template is missing: better when the service starts than when the first customer is to be
    /// told.
    static Language in(Locale locale, Templates templates) {
        var folder = folderOf(locale);
        var drafts = Arrays.stream(Kind.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        it -> Draft.of(templates, folder + it.type()),
                        (one, _) -> one,
                        () -> new EnumMap<>(Kind.class)));
        return new Language(locale, templates.get(folder + WORDS), drafts);
    }

    static String folderOf(Locale locale) {
        return locale.toLanguageTag() + "/";
    }

    Draft draft(Kind kind) {
        return Objects.requireNonNull(drafts.get(kind));
    }

    /// What is written for one kind of event.
    ///
    /// @param summary one sentence: after the subject in a brief message, and what a list of mails shows beside
    /// it
    record Draft(Template subject, Template summary, Template html, Template text) {

        private static Draft of(Templates templates, String name) {
            var text = templates.get(name + ".txt");
            return new Draft(fragment(text, "subject"), fragment(text, "summary"), templates.get(name + ".html"), text);
        }

        private static Template fragment(Template text, String id) {
            var fragment = text.getFragment(id);
            if (fragment == null) {
                throw new IllegalStateException("There is no %s in %s".formatted(id, text.getId()));
            }
            return fragment;
        }
    }
}
