package shop.catalog.search;

/// How closely a product must have the words that were asked for.
public enum Spelling {
    AS_WRITTEN,
    /// A word may be another by a letter or two: for those who mistyped.
    FORGIVING
}
