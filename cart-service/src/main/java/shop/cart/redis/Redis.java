package shop.cart.redis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RScriptAsync;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;

/// Runs scripts in Redis. Throws [RedisAway] where it does not answer.
@ApplicationScoped
public class Redis {

    private final RedissonClient client;

    Redis(RedissonClient client) {
        this.client = client;
    }

    /// One round trip. What the script answers with `false` is null here.
    public List<@Nullable String> run(Call call) {
        return orAway(() -> client.getScript(StringCodec.INSTANCE)
                .eval(
                        Mode.READ_WRITE,
                        call.script(),
                        ReturnType.LIST,
                        List.copyOf(call.keys()),
                        call.arguments().toArray()));
    }

    /// All in one round trip, each by itself whole; the answers stand in the order of the calls.
    @SuppressWarnings("unchecked")
    public List<List<@Nullable String>> runAll(List<Call> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        return orAway(() -> {
            var batch = client.createBatch();
            var scripts = batch.getScript(StringCodec.INSTANCE);
            calls.forEach(it -> enqueue(scripts, it));
            return (List<List<@Nullable String>>) (List<?>) batch.execute().getResponses();
        });
    }

    /// Hears what is published to a channel from now on, reconnections included. Throws [RedisAway] where it cannot.
    public void listen(String channel, Consumer<String> heard) {
        orAway(() -> client.getTopic(channel, StringCodec.INSTANCE)
                .addListener(String.class, (_, message) -> heard.accept(message)));
    }

    private static void enqueue(RScriptAsync scripts, Call call) {
        var _ = scripts.evalAsync(
                Mode.READ_WRITE,
                call.script(),
                ReturnType.LIST,
                List.copyOf(call.keys()),
                call.arguments().toArray());
    }

    private static <T> T orAway(Supplier<T> command) {
        try {
            return command.get();
        } catch (RedisException e) {
            throw refused(e) ? e : new RedisAway(e);
        }
    }

    /// Redis is there and says no to this very command: trying again would not help.
    private static boolean refused(RedisException e) {
        var message = String.valueOf(e.getMessage());
        return message.startsWith("ERR") || message.startsWith("WRONGTYPE");
    }
}
