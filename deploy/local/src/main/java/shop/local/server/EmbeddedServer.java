package shop.local.server;

import java.nio.file.Path;
import java.util.Optional;

/// A server as a process of this machine.
record EmbeddedServer(Server server, Daemon daemon, Program program, Addresses addresses) implements ManagedServer {

    static EmbeddedServer in(Path folder, Server server, Addresses addresses, boolean durable) {
        var home = folder.resolve(server.id());
        return new EmbeddedServer(server, new Daemon(home), Program.of(server, home, addresses, durable), addresses);
    }

    @Override
    public void start() {
        if (!isRunning()) {
            program.prepare();
            daemon.start(program.command());
        }
        Readiness.await(server.id(), this::isReady, this::isRunning, daemon::endOfLog);
    }

    @Override
    public void stop() {
        daemon.stop(program.stopSignal());
    }

    @Override
    public void kill() {
        daemon.kill();
    }

    @Override
    public void pause() {
        daemon.pause();
    }

    @Override
    public void resume() {
        daemon.resume();
    }

    @Override
    public boolean isRunning() {
        return process().isPresent();
    }

    @Override
    public boolean isReady() {
        return ServerHealth.of(server, addresses);
    }

    @Override
    public void wipe() {
        Folders.delete(daemon.home());
    }

    @Override
    public Optional<ProcessHandle> process() {
        return daemon.process();
    }
}
