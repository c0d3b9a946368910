package shop.contracts.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopyRowsTest {

    private final CopyRows rows = new CopyRows();

    @Test
    void a_row_is_a_line_and_a_missing_value_is_marked() {
        rows.add("lamp", 3, null, true);
        rows.add("chair", 4, "", false);

        assertThat(text()).isEqualTo("lamp\t3\t\\N\ttrue\nchair\t4\t\tfalse\n");
    }

    @Test
    void what_would_end_a_value_or_a_row_is_escaped() {
        rows.add("a\tb\nc\rd\\N");

        assertThat(text()).isEqualTo("a\\tb\\nc\\rd\\\\N\n");
    }

    @Test
    void texts_of_an_array_are_quoted() {
        rows.add(CopyRows.array(List.of("EU", "NULL", "a\"b\\c,d")), CopyRows.array(List.of()));

        assertThat(text()).isEqualTo("{\"EU\",\"NULL\",\"a\\\\\"b\\\\\\\\c,d\"}\t{}\n");
    }

    private String text() {
        return new String(rows.toBytes(), UTF_8);
    }
}
