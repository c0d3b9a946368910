package shop.local.server;

import java.util.Locale;

/// A server that the shop stands on.
public enum Server {
    KAFKA,
    POSTGRES,
    REDIS,
    OPENSEARCH,
    /// Takes every mail by SMTP and delivers none; people and tests read them over HTTP.
    MAILBOX;

    /// As files, settings and messages name it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
