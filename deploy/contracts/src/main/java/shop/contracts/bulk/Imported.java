package shop.contracts.bulk;

import java.util.List;

/// What became of the good lines of a block; `refused` are those that only the stored data could show to be wrong.
public record Imported(int created, int updated, int unchanged, List<Refusal> refused) {

    public Imported(int created, int updated, int unchanged) {
        this(created, updated, unchanged, List.of());
    }

    /// Why a line was not stored; `index` is its place in the list that was handed over, the first being 0.
    public record Refusal(int index, String field, String reason) {}
}
