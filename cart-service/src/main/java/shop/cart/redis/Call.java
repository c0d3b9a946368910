package shop.cart.redis;

import java.util.List;

/// A Lua script with what it works on. It returns a list of strings.
///
/// @param keys the keys that it writes, and first of those the one that its other keys belong to
public record Call(String script, List<String> keys, List<String> arguments) {

    public Call(String script, List<String> keys, String... arguments) {
        this(script, keys, List.of(arguments));
    }
}
