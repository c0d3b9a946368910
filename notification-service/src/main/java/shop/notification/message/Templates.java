package shop.notification.message;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The templates below `templates/message`, each compiled once.
///
/// With an engine of their own and not that of the framework: tests without the framework write by the very same.
/// What ends in `.html` escapes every value, and a value that nobody gave is an error and not an empty place.
final class Templates {

    private static final String FOLDER = "message/";

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Templates::locate)
            .strictRendering(true)
            .build();

    /// @param name such as `en/OrderPlaced.html`
    Template get(String name) {
        var template = engine.getTemplate(FOLDER + name);
        if (template == null) {
            throw new IllegalStateException("There is no template " + name);
        }
        return template;
    }

    static boolean exists(String name) {
        return resource(FOLDER + name) != null;
    }

    private static Optional<TemplateLocation> locate(String id) {
        return Optional.ofNullable(resource(id)).map(it -> new Resource(it, id));
    }

    private static @Nullable URL resource(String id) {
        return Templates.class.getResource("/templates/" + id);
    }

    private record Resource(URL url, String id) implements TemplateLocation {

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(id.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN));
        }
    }
}
