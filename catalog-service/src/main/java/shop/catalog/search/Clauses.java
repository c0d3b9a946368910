package shop.catalog.search;

import java.util.List;
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

    static Query anyOf(String field, List<FieldValue> values) {
        return Query.of(q -> q.terms(t -> t.field(field).terms(it -> it.value(values))));
    }

    /// The field has a value.
    static Query has(String field) {
        return Query.of(q -> q.exists(e -> e.field(field)));
    }

    static Query not(Query clause) {
        return Query.of(q -> q.bool(b -> b.mustNot(clause)));
    }

    static Query all(Query... clauses) {
        return Query.of(q -> q.bool(b -> b.filter(List.of(clauses))));
    }

    static Query any(Query... clauses) {
        return Query.of(q -> q.bool(b -> b.should(List.of(clauses)).minimumShouldMatch("1")));
    }
}
