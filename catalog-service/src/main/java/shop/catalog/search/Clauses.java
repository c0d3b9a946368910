package shop.catalog.search;

import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// The clauses that several filters use.
final class Clauses {

    private Clauses() {}

    static Query is(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(FieldValue.of(value))));
    }

    static Query is(String field, boolean value) {
        return Query.of(q -> q.term(t -> t.field(field).value(FieldValue.of(value))));
    }

    static Query not(Query clause) {
        return Query.of(q -> q.bool(b -> b.mustNot(clause)));
    }
}
