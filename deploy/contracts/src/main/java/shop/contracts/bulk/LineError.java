package shop.contracts.bulk;

/// Why a line of an import was not taken; `field` is empty where the line as a whole is wrong.
public record LineError(long line, String field, String reason) {}
