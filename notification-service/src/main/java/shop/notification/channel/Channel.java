package shop.notification.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A way to reach people, by its name in capitals. The three named here have a topic of requests and a consumer each;
/// any other exists by its [Notifier] and needs neither.
public record Channel(@JsonValue String name) implements Comparable<Channel> {

    public static final Channel EMAIL = new Channel("EMAIL");
    public static final Channel SMS = new Channel("SMS");
    public static final Channel PUSH = new Channel("PUSH");

    @JsonCreator
    public Channel {
        if (!name.matches("[A-Z][A-Z0-9_]{0,19}")) {
            throw new IllegalArgumentException("not the name of a channel");
        }
    }

    @Override
    public int compareTo(Channel other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
