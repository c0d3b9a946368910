package shop.local.server;

import java.nio.file.Path;

/// A server did not come up; its log says why.
public final class ServerFailed extends RuntimeException {

    private final transient Path log;

    ServerFailed(String message, Path log) {
        super(message + "; see " + log);
        this.log = log;
    }

    public Path log() {
        return log;
    }
}
