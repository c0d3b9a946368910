package shop.notification.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Problems;

/// Shows what customers are told: of example events, or of an event that the body tells. Nothing is sent.
@Path("/api/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TemplateResource {

    /// A mail needs inline styles and nothing else: whatever an event smuggled in would not run and load nothing.
    private static final String NOTHING_BUT_STYLES =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private final Messages messages;
    private final ObjectMapper json;

    TemplateResource(Messages messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @GET
    public Catalogue list() {
        return new Catalogue(
                List.of(Kind.values()),
                messages.languages().map(Locale::toLanguageTag).sorted().toList());
    }

    @GET
    @Path("/{kind}")
    public Preview get(@PathParam("kind") String kind, @QueryParam("language") @DefaultValue("en") String language) {
        return preview(Examples.of(kind(kind)), language);
    }

    /// The mail as a page, for browsers.
    @GET
    @Path("/{kind}")
    @Produces("text/html;charset=UTF-8;qs=0.5")
    public Response page(@PathParam("kind") String kind, @QueryParam("language") @DefaultValue("en") String language) {
        return Response.ok(preview(Examples.of(kind(kind)), language).html())
                .header("Content-Security-Policy", NOTHING_BUT_STYLES)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /// The same about one's own facts.
    @POST
    @Path("/{kind}/preview")
    public Preview preview(
            @PathParam("kind") String kind,
            @QueryParam("language") @DefaultValue("en") String language,
            @Nullable JsonNode body)
            throws JsonProcessingException {
        var type = kind(kind).event();
        RequiredFields.check(type, body);
        return preview(json.treeToValue(body, type), language);
    }

    private Preview preview(ShopEvent event, String language) {
        var reader = Examples.reader(locale(language));
        var message = messages.write(event, reader);
        return new Preview(
                event.kind(),
                messages.languageFor(reader.language()).toLanguageTag(),
                message.subject(),
                message.html(),
                message.text(),
                message.brief());
    }

    private static Kind kind(String type) {
        return Kind.ofType(type).orElseThrow(() -> Problems.notFound("kind", type));
    }

    private static Locale locale(String language) {
        try {
            var locale = new Locale.Builder().setLanguageTag(language).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException _) {
            // Answered below, as a tag without a language is.
        }
        throw Problems.invalid("language", "must be a language tag, as de or pt-BR");
    }

    record Catalogue(List<Kind> kinds, List<String> languages) {}

    /// @param language what it is written in: the closest to the one that was asked for
    record Preview(Kind kind, String language, String subject, String html, String text, String brief) {}
}
