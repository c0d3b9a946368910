package shop.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageFoldersTest {

    private static final Templates TEMPLATES = new Templates();

    static List<Path> folders() throws IOException, URISyntaxException {
        var english = Objects.requireNonNull(Messages.class.getResource("/templates/message/en"));
        try (var folders = Files.list(Path.of(english.toURI()).resolveSibling("."))) {
            return folders.filter(Files::isDirectory).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_folder_has_the_files_of_english(Path folder) throws IOException {
        assertThat(filesIn(folder)).isEqualTo(filesIn(folder.resolveSibling("en")));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_folder_has_the_shared_texts_of_english(Path folder) {
        var texts = TEMPLATES.get(folder.getFileName() + "/words.txt").getFragmentIds();

        assertThat(texts)
                .isEqualTo(TEMPLATES.get("en/words.txt").getFragmentIds())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_folder_is_a_language(Path folder) {
        var languages = new Languages(TEMPLATES).all().map(Locale::toLanguageTag);

        assertThat(languages).contains(folder.getFileName().toString());
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }
}
