package shop.cart.redis;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether the Redis at hand keeps what it has acknowledged. Each is what its `INFO` says, or [#UNKNOWN] where that is
/// forbidden or says nothing of it; `CONFIG GET`, which managed servers forbid, is not asked.
///
/// @param appendOnly `1` where it keeps an append-only file, `0` where not
/// @param eviction its `maxmemory_policy`
record Durability(String appendOnly, String eviction) {

    static final String UNKNOWN = "unknown";

    /// Scripts may ask for INFO, and a refusal is an answer, too.
    static final Call LOOK = new Call("""
            local function info(section)
              local told = redis.pcall('INFO', section)
              return type(told) == 'string' and told or ''
            end
            return {info('persistence'), info('memory')}
            """, List.of());

    static Durability of(List<@Nullable String> info) {
        return new Durability(field("aof_enabled", info.get(0)), field("maxmemory_policy", info.get(1)));
    }

    /// Carts could get lost. What is unknown is not held against it.
    boolean isDegraded() {
        return appendOnly.equals("0") || !eviction.equals("noeviction") && !eviction.equals(UNKNOWN);
    }

    private static String field(String name, @Nullable String info) {
        var found = Pattern.compile("(?m)^" + name + ":(\\S+)").matcher(info == null ? "" : info);
        return found.find() ? found.group(1) : UNKNOWN;
    }
}
