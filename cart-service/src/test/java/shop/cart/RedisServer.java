package shop.cart;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisNodes;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/// Redis as it is looked at, and tampered with, from beside the service.
public final class RedisServer {

    private static final RedissonClient CLIENT = connect();

    private RedisServer() {}

    public static String field(String key, String field) {
        return CLIENT.<String, String>getMap(key, StringCodec.INSTANCE).get(field);
    }

    public static void setField(String key, String field, String value) {
        CLIENT.<String, String>getMap(key, StringCodec.INSTANCE).fastPut(field, value);
    }

    /// Seconds until the key is gone.
    public static long secondsLeft(String key) {
        return CLIENT.getBucket(key, StringCodec.INSTANCE).remainTimeToLive() / 1000;
    }

    public static void setSecondsLeft(String key, long seconds) {
        CLIENT.getBucket(key, StringCodec.INSTANCE).expire(Duration.ofSeconds(seconds));
    }

    /// All fields of a hash.
    public static Map<String, String> fields(String key) {
        return CLIENT.<String, String>getMap(key, StringCodec.INSTANCE).readAllMap();
    }

    /// Makes it a hash of these fields alone.
    public static void setFields(String key, Map<String, String> fields) {
        delete(key);
        CLIENT.<String, String>getMap(key, StringCodec.INSTANCE).putAll(fields);
    }

    public static void setText(String key, String value) {
        CLIENT.<String>getBucket(key, StringCodec.INSTANCE).set(value);
    }

    public static void listen(String channel, Consumer<String> heard) {
        CLIENT.getTopic(channel, StringCodec.INSTANCE).addListener(String.class, (_, it) -> heard.accept(it));
    }

    /// Returns how many heard it.
    public static long publish(String channel, String message) {
        return CLIENT.getTopic(channel, StringCodec.INSTANCE).publish(message);
    }

    public static boolean exists(String key) {
        return CLIENT.getKeys().countExists(key) == 1;
    }

    /// Redis as if it were new.
    public static void empty() {
        CLIENT.getKeys().flushall();
    }

    public static void forgetScripts() {
        CLIENT.getScript().scriptFlush();
    }

    public static void configure(String name, String value) {
        CLIENT.getRedisNodes(RedisNodes.SINGLE).getInstance().setConfig(name, value);
    }

    public static void delete(String key) {
        CLIENT.getKeys().delete(key);
    }

    private static RedissonClient connect() {
        var config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer().setAddress(ConfigProvider.getConfig().getValue("shop.redis.url", String.class));
        return Redisson.create(config);
    }
}
