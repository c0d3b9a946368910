package shop.notification.channel.slack;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.channel.Contact;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Notifier;
import shop.notification.channel.Outcome;
import shop.notification.channel.Provider;
import shop.notification.channel.http.Answer;
import shop.notification.channel.http.Http;
import shop.notification.message.Kind;

/// Tells the shop's own people what they have to look at, by an incoming webhook of Slack's.
///
/// Customers are never told by it, and it says nothing of them: its text is written for nobody in particular.
@ApplicationScoped
class SlackNotifier implements Notifier, Provider {

    private static final Channel SLACK = new Channel("SLACK");

    private final Http http;
    private final SlackSettings settings;
    private final Set<Kind> kinds;

    SlackNotifier(Http http, SlackSettings settings) {
        this.http = http;
        this.settings = settings;
        this.kinds = settings.kinds().stream().map(SlackNotifier::kind).collect(toUnmodifiableSet());
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Channel channel() {
        return SLACK;
    }

    /// None while there is no address, so that the channel is off.
    @Override
    public List<Provider> providers() {
        return settings.url().isPresent() ? List.of(this) : List.of();
    }

    @Override
    public boolean tells(Kind kind) {
        return kinds.contains(kind);
    }

    @Override
    public boolean isForCustomers() {
        return false;
    }

    @Override
    public @Nullable String unreachable(Contact contact) {
        return null;
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        var request = Http.postJson(settings.url().orElseThrow(), Map.of("text", text(dispatch)));
        return http.call(request).outcome(SlackNotifier::outcome);
    }

    private static String text(Dispatch dispatch) {
        var message = dispatch.message();
        return "*%s*\n%s\n%s `%s`"
                .formatted(
                        escaped(message.subject()),
                        escaped(message.brief()),
                        dispatch.kind().type(),
                        dispatch.storyId());
    }

    /// Slack's three characters of control.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// 400 is about the text. 403, 404 and 410 are about the webhook or its channel, which somebody can put right.
    private static Outcome outcome(Answer answer) {
        return answer.status() == 200 ? new Outcome.Accepted(null) : answer.usual();
    }

    private static Kind kind(String name) {
        return Kind.ofType(name)
                .orElseThrow(() -> new IllegalStateException("shop.notification.slack.kinds: no kind " + name));
    }
}
