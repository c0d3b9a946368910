package shop.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        daemon().kill();
    }

    @Test
    void is_found_again_by_its_folder_alone() {
        daemon().start(sleeping());

        assertThat(daemon().process()).isPresent();
    }

    @Test
    void is_not_started_twice() {
        daemon().start(sleeping());
        var first = daemon().process();

        daemon().start(sleeping());

        assertThat(daemon().process()).isEqualTo(first);
    }

    @Test
    void a_stopped_one_is_forgotten() {
        daemon().start(sleeping());

        daemon().stop("TERM");

        assertThat(daemon().process()).isEmpty();
        assertThat(daemon().home().resolve("pid")).doesNotExist();
    }

    @Test
    void killing_it_kills_what_it_has_started() {
        daemon().start(shell("sleep 1000 & echo $! > " + folder + "/child; wait"));
        await().until(() ->
                Files.exists(folder.resolve("child")) && !read("child").isEmpty());
        var child = ProcessHandle.of(Long.parseLong(read("child"))).orElseThrow();

        daemon().kill();

        await().until(() -> !child.isAlive());
    }

    @Test
    void a_foreign_process_that_got_the_old_pid_is_left_alone() throws IOException {
        var foreign = new ProcessBuilder("sleep", "1000").start();
        Files.createDirectories(daemon().home());
        Files.writeString(daemon().home().resolve("pid"), Long.toString(foreign.pid()));

        daemon().stop("TERM");
        daemon().kill();

        assertThat(foreign.isAlive()).isTrue();
        foreign.destroy();
    }

    @Test
    void the_log_before_is_kept() {
        daemon().start(shell("echo one"));
        await().until(() -> read("home/log").equals("one"));
        await().until(() -> daemon().process().isEmpty());

        daemon().start(shell("echo two"));

        await().until(() -> read("home/log").equals("two"));
        assertThat(read("home/log.before")).isEqualTo("one");
    }

    private Daemon daemon() {
        return new Daemon(folder.resolve("home"));
    }

    private Command sleeping() {
        return shell("sleep 1000; true");
    }

    /// The folder is an argument, so that the command line names it.
    private Command shell(String script) {
        return Command.of(Path.of("sh"), "-c", script, daemon().home().toString());
    }

    private String read(String file) throws RuntimeException {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
