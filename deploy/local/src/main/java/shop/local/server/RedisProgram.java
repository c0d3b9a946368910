package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Redis as the system of record for carts: what it has acknowledged survives its death, and nothing is ever evicted.
record RedisProgram(Path home, int port) implements Program {

    @Override
    public void prepare() {
        try {
            Files.createDirectories(data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Command command() {
        return Command.of(binary(), "--dir", data().toString())
                .and("--bind", "127.0.0.1", "--port", Integer.toString(port))
                .and("--appendonly", "yes", "--appendfsync", "everysec", "--save", "")
                .and("--maxmemory", "256mb", "--maxmemory-policy", "noeviction")
                // The process is known by its command line: see Daemon.
                .and("--set-proc-title", "no");
    }

    private Path data() {
        return home.resolve("data");
    }

    private static Path binary() {
        return Unpacked.of(
                Distribution.jar("embedded-redis-"),
                entry -> entry.startsWith("redis-server-") && entry.endsWith(Platform.name()),
                (in, target) -> {
                    Files.copy(in, target);
                    target.toFile().setExecutable(true);
                });
    }
}
