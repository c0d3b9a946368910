package shop.notification.message;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages that there is a folder of templates for.
final class Languages {

    /// For everybody whose own language is not there.
    private static final Locale FALLBACK = Locale.ENGLISH;

    private static final Control LOOKUP = Control.getControl(Control.FORMAT_DEFAULT);

    private final Map<Locale, Language> languages;

    Languages(Templates templates) {
        languages = Locale.availableLocales()
                .filter(it -> Templates.exists(Language.folderOf(it) + Language.WORDS))
                .collect(Collectors.toMap(Function.identity(), it -> Language.in(it, templates)));
    }

    Stream<Locale> all() {
        return languages.keySet().stream();
    }

    /// What a reader of `wanted` is written in: `de-AT` in `de`, unless there is `de-AT`.
    Language closestTo(Locale wanted) {
        return LOOKUP.getCandidateLocales("", wanted.stripExtensions()).stream()
                .map(languages::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(languages.get(FALLBACK)));
    }
}
