package shop.notification.recipient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// Reads wishes out of bodies, strictly: no word is taken for `true`, and each field that is wrong is named. A field
/// that is missing has its default.
final class WishReader {

    private static final int LONGEST_LANGUAGE = 35; // As RFC 5646 wants implementations to take at least.

    private final Map<String, Channel> known;
    private final Violations violations = new Violations();
    private final TimeReader times = new TimeReader(violations);

    private WishReader(Collection<Channel> known) {
        this.known = known.stream().collect(Collectors.toMap(Channel::name, it -> it, (a, _) -> a, TreeMap::new));
    }

    /// Throws 400 where the body is no wish.
    ///
    /// @param known the channels that customers can choose
    static Wish read(@Nullable JsonNode body, Collection<Channel> known) {
        var reader = new WishReader(known);
        var wish = reader.wish(body == null ? MissingNode.getInstance() : body);
        reader.violations.refuse();
        return wish;
    }

    private Wish wish(JsonNode body) {
        if (!body.isObject()) {
            violations.add("body", "must be an object");
        } else if (Stream.of("channels", "kinds", "quietHours", "timeZone", "language", "pushTokens")
                .noneMatch(body::has)) { // More likely a mistake than the wish to choose nothing.
            violations.add("channels", "is missing, and so is every other field");
        }
        var choices = new Choices(
                off(body.path("channels")),
                kinds(body.path("kinds")),
                times.quietHours(body.path("quietHours")),
                times.timeZone(body.path("timeZone")),
                language(body.path("language")));
        return new Wish(choices, tokens(body.path("pushTokens")));
    }

    private Set<Channel> off(JsonNode channels) {
        var choice = onOrOff("channels", channels);
        return choice.keySet().stream()
                .filter(it -> Boolean.FALSE.equals(choice.get(it)))
                .collect(Collectors.toSet());
    }

    private Map<Kind, Map<Channel, Boolean>> kinds(JsonNode kinds) {
        var read = new EnumMap<Kind, Map<Channel, Boolean>>(Kind.class);
        eachOf("kinds", kinds, (name, exceptions) -> {
            var field = "kinds." + name;
            Kind.ofType(name)
                    .ifPresentOrElse(
                            kind -> read.put(kind, onOrOff(field, exceptions)),
                            () -> violations.add(field, "is not one of " + names(Kind.values())));
        });
        read.values().removeIf(Map::isEmpty);
        return read;
    }

    private Map<Channel, Boolean> onOrOff(String field, JsonNode byChannel) {
        var read = new TreeMap<Channel, Boolean>();
        eachOf(field, byChannel, (name, on) -> {
            var channel = known.get(name);
            if (channel == null) {
                violations.add(field + "." + name, "is not one of " + String.join(", ", known.keySet()));
            } else if (!on.isBoolean()) {
                violations.add(field + "." + name, "must be true or false");
            } else {
                read.put(channel, on.booleanValue());
            }
        });
        return read;
    }

    private Locale language(JsonNode tag) {
        if (tag.isMissingNode()) {
            return Choices.DEFAULT.language();
        }
        return Optional.ofNullable(tag.textValue())
                .filter(it -> it.length() <= LONGEST_LANGUAGE)
                .flatMap(WishReader::locale)
                .orElseGet(() -> {
                    violations.add("language", "must be a language tag (BCP 47) as de or en-GB");
                    return Choices.DEFAULT.language();
                });
    }

    private static Optional<Locale> locale(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            return Optional.of(locale).filter(it -> !it.getLanguage().isEmpty());
        } catch (IllformedLocaleException _) {
            return Optional.empty();
        }
    }

    private Optional<List<PushToken>> tokens(JsonNode tokens) {
        if (tokens.isMissingNode()) {
            return Optional.empty();
        }
        if (!tokens.isArray() || tokens.size() > PushTokens.MOST) {
            violations.add("pushTokens", "must be a list of %d tokens at the most".formatted(PushTokens.MOST));
            return Optional.empty();
        }
        var read = new ArrayList<PushToken>();
        for (int i = 0; i < tokens.size(); i++) {
            token("pushTokens[%d]".formatted(i), tokens.get(i), violations).ifPresent(read::add);
        }
        if (new HashSet<>(read).size() < read.size()) {
            violations.add("pushTokens", "must not name a token twice");
        }
        return Optional.of(read);
    }

    /// Reads one token; where it is none, that is added to the violations.
    static Optional<PushToken> token(String field, JsonNode token, Violations violations) {
        var read = Optional.ofNullable(token.textValue())
                .filter(PushToken::isValid)
                .map(PushToken::new);
        if (read.isEmpty()) {
            violations.add(field, PushToken.RULE);
        }
        return read;
    }

    private void eachOf(String field, JsonNode object, BiConsumer<String, JsonNode> reader) {
        if (object.isObject()) {
            object.properties().forEach(it -> reader.accept(it.getKey(), it.getValue()));
        } else if (!object.isMissingNode()) {
            violations.add(field, "must be an object");
        }
    }

    private static String names(Kind[] kinds) {
        return Stream.of(kinds).map(Kind::type).collect(Collectors.joining(", "));
    }
}
