package shop.contracts.bulk;

/// What became of the good lines of a block.
public record Imported(int created, int updated, int unchanged) {}
