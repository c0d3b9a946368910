package shop.catalog.search;

import java.util.List;

/// What became of documents that were written together. Those that are in neither list were there already.
///
/// @param written those that the index took
/// @param refused those that cannot be indexed as they are
record Written(List<ProductDocument> written, List<Refusal> refused) {

    /// A document that the index cannot take, by its place in what was to be written.
    record Refusal(int position, String reason) {
        Exception asException() {
            return new IllegalArgumentException(reason);
        }
    }
}
