package shop.cart.redis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Keeps the newest of what others tell about a thing, in whatever order it arrives.
///
/// A view is a hash; each of its facts stands in a field of its own, with its version beside it.
@ApplicationScoped
public class Views {

    /// What is as new is written again: so a rebuild mends a damaged value, and an event that comes twice does no harm.
    private static final String KEEP_UNLESS_OLDER = """
            local have = redis.call('HGET', KEYS[1], ARGV[1] .. '-version')
            if not have or (tonumber(have) or -1) <= tonumber(ARGV[2]) then
              redis.call('HSET', KEYS[1], ARGV[1] .. '-version', ARGV[2], ARGV[1], ARGV[3])
            end
            return {}
            """;
    private static final String FORGET = "redis.call('DEL', KEYS[1]) return {}";

    private final Redis redis;

    Views(Redis redis) {
        this.redis = redis;
    }

    /// Keeps each fact unless the view has a newer one; in one round trip.
    public void keep(List<Fact> facts) {
        redis.runAll(facts.stream().map(Fact::call).toList());
    }

    /// What is told of a thing.
    public sealed interface Fact {

        private Call call() {
            return switch (this) {
                case Told(var view, var field, var version, var value) ->
                    new Call(KEEP_UNLESS_OLDER, List.of(view), field, Long.toString(version), value);
                case Gone(var view) -> new Call(FORGET, List.of(view));
            };
        }
    }

    /// The field of a view has this value since this version.
    public record Told(String view, String field, long version, String value) implements Fact {}

    /// There is no such thing any more, and nobody will tell of it again.
    public record Gone(String view) implements Fact {}
}
