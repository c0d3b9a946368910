package shop.local.server;

/// A server that somebody else runs: it can be waited for, and nothing else.
record ExternalServer(Server server, Addresses addresses) implements ManagedServer {

    @Override
    public void start() {
        Readiness.await(server.id(), this::isReady, () -> true, () -> "It should be at " + addresses.of(server));
    }

    /// It is not ours to stop.
    @Override
    public void stop() {}

    @Override
    public void kill() {
        throw notOurs();
    }

    @Override
    public void pause() {
        throw notOurs();
    }

    @Override
    public void resume() {
        throw notOurs();
    }

    @Override
    public boolean isRunning() {
        return isReady();
    }

    @Override
    public boolean isReady() {
        return ServerHealth.of(server, addresses);
    }

    private UnsupportedOperationException notOurs() {
        return new UnsupportedOperationException(server + " is external");
    }
}
