package shop.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

    @TempDir
    Path folder;

    @Test
    void ends_the_processes_of_a_jvm_that_is_killed() throws IOException {
        var daemon = new Daemon(folder.resolve("sleeper"));
        var jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Guarded.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        await().until(() -> daemon.process().isPresent());
        var sleeper = daemon.process().orElseThrow();

        jvm.destroyForcibly();

        await().until(() -> !sleeper.isAlive());
        assertThat(daemon.process()).isEmpty();
    }

    static final class Guarded {
        static void main(String[] folder) throws InterruptedException {
            Watchdog.over(Path.of(folder[0]));
            var daemon = new Daemon(Path.of(folder[0], "sleeper"));
            daemon.start(Command.of(
                    Path.of("sh"), "-c", "sleep 1000; true", daemon.home().toString()));
            Thread.currentThread().join();
        }
    }
}
