package shop.local.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The words of one department.
///
/// @param genres of books only
/// @param attributes by their names, in the order in which products have them
record Vocabulary(
        Department department,
        Ranked<String> brands,
        Ranked<String> series,
        Ranked<Kind> kinds,
        Ranked<String> modifiers,
        Ranked<String> purposes,
        Ranked<String> features,
        List<String> genres,
        Map<String, Ranked<String>> attributes) {

    private static final double BRANDS = 0.9;
    private static final double WORDS = 0.8;

    static Vocabulary of(Department department) {
        var file = read("/catalogue/vocabulary/%s.properties"
                .formatted(department.name().toLowerCase(Locale.ROOT)));
        var sizes = listsUnder("size.", file);
        var kinds = list("kinds", file).stream().map(it -> Kind.read(it, sizes)).toList();
        return new Vocabulary(
                department,
                Ranked.of(department.brands(), BRANDS),
                Ranked.of(department.series(), WORDS),
                Ranked.of(kinds, WORDS),
                Ranked.of(list("modifiers", file), WORDS),
                Ranked.of(list("purposes", file), WORDS),
                Ranked.of(list("features", file), WORDS),
                file.containsKey("genres") ? list("genres", file) : List.of(),
                listsUnder("attribute.", file));
    }

    private static Map<String, Ranked<String>> listsUnder(String prefix, Properties file) {
        return file.stringPropertyNames().stream()
                .filter(it -> it.startsWith(prefix))
                .collect(Collectors.toMap(
                        it -> it.substring(prefix.length()),
                        it -> Ranked.of(list(it, file), WORDS),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static List<String> list(String name, Properties file) {
        return List.of(file.getProperty(name).split(",\\s*"));
    }

    private static Properties read(String name) {
        try (var in = Vocabulary.class.getResourceAsStream(name)) {
            var file = new Properties();
            file.load(in);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
