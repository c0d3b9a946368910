package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// PostgreSQL, of one user who owns everything.
record PostgresProgram(Path home, int port, boolean durable) implements Program {

    @Override
    public void prepare() {
        try {
            Files.createDirectories(home);
            // Daemon knows that no server runs here. PostgreSQL does not: it takes whoever has the old pid for one.
            Files.deleteIfExists(data().resolve("postmaster.pid"));
            if (!Files.exists(data().resolve("PG_VERSION"))) {
                initialize();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Command command() {
        var command = unprivileged("postgres", "-D", data().toString())
                .and("-p", Integer.toString(port))
                .and("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=")
                .and("-c", "max_connections=200", "-c", "shared_buffers=64MB");
        return durable ? command : command.and("-c", "fsync=off", "-c", "full_page_writes=off");
    }

    /// Ends the sessions; its TERM would wait until the clients have gone.
    @Override
    public String stopSignal() {
        return "INT";
    }

    private void initialize() throws IOException {
        Folders.delete(data()); // What an interrupted attempt has left.
        var password = Files.writeString(home.resolve("password"), Databases.PASSWORD);
        unprivileged("initdb", "-D", data().toString())
                .and("-U", Databases.USER, "--pwfile", password.toString(), "-A", "scram-sha-256")
                .and("-E", "UTF8", "--no-locale", "--no-sync")
                .run(home.resolve("log"));
    }

    /// It refuses to run as root. In a user namespace of its own it does not know that it is.
    private static Command unprivileged(String program, String... arguments) {
        var command = Command.of(PostgresBundle.folder().resolve("bin").resolve(program), arguments);
        return Platform.isLinux() && Platform.isRoot() ? command.by("unshare", "--user") : command;
    }

    private Path data() {
        return home.resolve("data");
    }
}
