package shop.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    @TempDir
    Path folder;

    @Test
    void the_tail_is_its_last_lines() throws IOException {
        var log = Files.writeString(folder.resolve("log"), "one\ntwo\nthree\n");

        assertThat(Logs.tail(log, 2)).isEqualTo("two\nthree");
        assertThat(Logs.tail(log, 9)).isEqualTo("one\ntwo\nthree");
    }
}
