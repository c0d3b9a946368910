package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    public List<String> command() {
        var command = unprivileged("postgres");
        command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        command.addAll(setting("listen_addresses=127.0.0.1"));
        command.addAll(setting("unix_socket_directories="));
        command.addAll(setting("max_connections=200"));
        command.addAll(setting("shared_buffers=64MB"));
        if (!durable) {
            command.addAll(setting("fsync=off"));
            command.addAll(setting("full_page_writes=off"));
        }
        return command;
    }

    /// Ends the sessions; its TERM would wait until the clients have gone.
    @Override
    public String stopSignal() {
        return "INT";
    }

    private void initialize() throws IOException {
        Folders.delete(data()); // What an interrupted attempt has left.
        var password = Files.writeString(home.resolve("password"), Databases.PASSWORD);
        var command = unprivileged("initdb");
        command.addAll(List.of("-D", data().toString(), "-U", Databases.USER, "--pwfile", password.toString()));
        command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--no-locale", "--no-sync"));
        Commands.run(command, home.resolve("log"));
    }

    /// It refuses to run as root. In a user namespace of its own it does not know that it is.
    private static List<String> unprivileged(String program) {
        var command = new ArrayList<String>();
        if (Platform.isLinux() && Platform.isRoot()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(PostgresBundle.folder().resolve("bin").resolve(program).toString());
        return command;
    }

    private static List<String> setting(String setting) {
        return List.of("-c", setting);
    }

    private Path data() {
        return home.resolve("data");
    }
}
