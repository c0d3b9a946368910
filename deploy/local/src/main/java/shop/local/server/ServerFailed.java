package shop.local.server;

/// A server did not come up.
public final class ServerFailed extends RuntimeException {

    /// @param log where to read why
    ServerFailed(String message, String log) {
        super(message + "; see " + log);
    }
}
