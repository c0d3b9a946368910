package shop.notification.recipient;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import shop.contracts.http.Problems;

/// The page that unsubscribe links lead to. Looking at it changes nothing, as what scans mails follows links. Its
/// button, or a mail program by itself (RFC 8058), posts to it; what else the request says does not matter.
@Path("/api/v1/unsubscribe/{token}")
@RunOnVirtualThread
class UnsubscribeResource {

    private static final String POLICY =
            "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Unsubscribing unsubscribing;
    private final ChangePreferences changePreferences;
    private final CustomerChannels channels;
    private final Template page;

    UnsubscribeResource(
            Unsubscribing unsubscribing,
            ChangePreferences changePreferences,
            CustomerChannels channels,
            @Location("recipient/unsubscribe.html") Template page) {
        this.unsubscribing = unsubscribing;
        this.changePreferences = changePreferences;
        this.channels = channels;
        this.page = page;
    }

    @GET
    public Response ask(@PathParam("token") String token) {
        return page(customerIn(token), false);
    }

    /// Turns the reminders off, on channels without a provider, too: they may get one. Of whom nothing may be kept any
    /// more, nothing is; the answer is the same.
    @POST
    public Response stop(@PathParam("token") String token) {
        var customerId = customerIn(token);
        changePreferences.stopReminders(customerId, channels.possible());
        return page(customerId, true);
    }

    private String customerIn(String token) {
        return unsubscribing
                .customerIn(token)
                .orElseThrow(() -> Problems.of(
                                "not-found",
                                Status.NOT_FOUND,
                                "Not found",
                                "This is not a link of ours; it may be incomplete")
                        .build());
    }

    private Response page(String customerId, boolean done) {
        var language = changePreferences.current(customerId).language().getLanguage();
        var html = page.data("done", done).setLocale(Locale.of(language)).render();
        return Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer") // The address is what unsubscribes.
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
