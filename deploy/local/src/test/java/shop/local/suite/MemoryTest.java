package shop.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class MemoryTest {

    @Test
    void a_process_has_some_and_leaves_some() {
        assertThat(Memory.megabytesOf(ProcessHandle.current())).isPositive();
        assertThat(Memory.availableMegabytes())
                .hasValueSatisfying(it -> assertThat(it).isPositive());
    }
}
