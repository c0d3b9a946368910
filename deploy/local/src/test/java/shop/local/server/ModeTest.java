package shop.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModeTest {

    @Test
    void is_chosen_by_name() {
        assertThat(Mode.of("external")).isEqualTo(Mode.EXTERNAL);
    }

    @Test
    void an_unknown_name_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> Mode.of("docker"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("containers|embedded|external");
    }
}
