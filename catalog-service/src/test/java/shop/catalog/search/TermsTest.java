package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.catalog.Json;

class TermsTest {

    /// What the shards told of `A`, which is shown, and `B`, which is next: count and what it may lack; and how
    /// frequent
    /// a value may be that no shard told.
    @ParameterizedTest
    @CsvSource({
        "9,0, 9,0, 0, true", // all was told
        "9,0, 5,0, 1, true",
        "9,1, 5,0, 1, false", // A may lack one
        "9,0, 8,0, 1, false", // one that was not told may be as frequent: what comes after B, and one more
        "9,0, 7,1, 1, true",
        "9,0, 8,1, 0, true",
        "9,0, 8,1, 1, false", // B may be as frequent as A
    })
    void counts_are_exact_if_nothing_that_was_not_told_could_change_what_is_shown(
            long a, long mayLackA, long b, long mayLackB, long untold, boolean exact) {
        var counted = """
                {"doc_count_error_upper_bound": %d, "buckets": [
                    {"key": "A", "doc_count": %d, "doc_count_error_upper_bound": %d},
                    {"key": "B", "doc_count": %d, "doc_count_error_upper_bound": %d}]}
                """.formatted(untold, a, mayLackA, b, mayLackB);

        assertThat(Terms.areExact(Json.read(counted), 1)).isEqualTo(exact);
    }
}
