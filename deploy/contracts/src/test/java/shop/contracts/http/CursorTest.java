package shop.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_page_leads_to_the_next_one() {
        var page = Page.of(List.of("a", "b", "ü|c"), 2, Function.identity());

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.read(page.nextCursor())).isEqualTo("b");
    }

    @Test
    void the_last_page_leads_nowhere() {
        assertThat(Page.of(List.of("a", "b"), 2, Function.identity()).nextCursor())
                .isNull();
    }

    @Test
    void a_cursor_that_no_page_gave_is_refused_by_name() {
        var problem = catchThrowableOfType(HttpProblem.class, () -> Cursor.read("not base64!"));

        assertThat(problem.getStatusCode()).isEqualTo(400);
        assertThat(problem.getDetail()).contains("cursor");
    }

    @Test
    void a_key_that_no_database_holds_is_not_one_that_a_page_gave() {
        assertThatThrownBy(() -> Cursor.read(Cursor.of("a\0"))).isInstanceOf(HttpProblem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+294277-01-01T00:00:00Z", "-294277-01-01T00:00:00Z", "yesterday", ""})
    void a_time_that_no_database_holds_is_not_one_that_a_page_gave(String time) {
        assertThatThrownBy(() -> Cursor.instant(time)).isInstanceOf(HttpProblem.class);
    }
}
