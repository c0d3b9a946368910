package shop.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\""})
    void the_current_version_may_be_written(String ifMatch) {
        assertThatNoException().isThrownBy(() -> Preconditions.ifMatch(ifMatch, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "\"77\"", "W/\"7\""})
    void anything_else_is_stale(String ifMatch) {
        var problem = catchThrowableOfType(HttpProblem.class, () -> Preconditions.ifMatch(ifMatch, 7));

        assertThat(problem.getStatusCode()).isEqualTo(412);
        assertThat(problem.getHeaders()).containsEntry("ETag", "\"7\"");
    }

    @Test
    void a_write_that_does_not_say_what_it_read_is_refused() {
        var problem = catchThrowableOfType(HttpProblem.class, () -> Preconditions.ifMatch(null, 7));

        assertThat(problem.getStatusCode()).isEqualTo(428);
        assertThat(problem.getParameters()).containsEntry("field", "If-Match");
    }
}
