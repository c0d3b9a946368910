package shop.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import shop.local.server.Project;
import shop.local.server.Refusal;

/// The suite that people run: always in the same folder of the working copy, at the same ports.
final class Home {

    static final Path FOLDER = Project.root().resolve(".shop");
    static final Ports PORTS = Ports.standard();

    private Home() {}

    static Optional<Suite> suite() {
        return Suite.find(FOLDER, PORTS);
    }

    /// Does it while no other `./shop` starts or stops anything.
    static void alone(Runnable work) {
        try {
            Files.createDirectories(FOLDER);
            try (var file = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = file.tryLock()) {
                if (lock == null) {
                    throw new Refusal("Another ./shop is at work. Wait until it has finished.");
                }
                work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path lockFile() {
        return FOLDER.resolve("lock");
    }
}
