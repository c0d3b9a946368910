package shop.contracts.deadletter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.contracts.Text;

/// What an operator wants to be replayed, and why.
///
/// @param ids these letters; either they or `limit` is given
/// @param limit so many, the oldest that were not replayed yet
/// @param dryRun says only what would be done; so it is unless this is false
/// @param again letters that were replayed before are replayed once more
record ReplayWish(
        @Nullable @Size(min = 1, max = MOST)
        List<@NotNull @Pattern(regexp = LetterId.PATTERN, message = "must be <partition>-<offset>") String> ids,

        @Nullable @Min(1) @Max(MOST) Integer limit,
        @NotBlank @Size(max = 500) @Text String reason,
        @Nullable Boolean dryRun,
        @Nullable Boolean again) {

    static final int MOST = 200;

    boolean isDryRun() {
        return !Boolean.FALSE.equals(dryRun);
    }

    boolean isAgain() {
        return Boolean.TRUE.equals(again);
    }

    boolean isClear() {
        return (ids == null) != (limit == null);
    }

    /// Empty where a number was given.
    List<LetterId> letters() {
        return Stream.ofNullable(ids)
                .flatMap(List::stream)
                .map(LetterId::parse)
                .distinct()
                .toList();
    }
}
