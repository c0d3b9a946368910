package shop.catalog.search;

import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Operator;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// How well a product fits a text, in few steps that a merchant can explain, each above all that follow it: the text is
/// its name, stands in its name, its name has the words, its fields have them, or only what begins like the last one.
///
/// The steps are powers of two, so their sum orders by the best step first; among equals the popular come first
/// ([Sorting#RELEVANCE]). Unlike a score made of how rare words are (BM25), it depends on the product and the text
/// alone: it is the same in every shard and in a rebuilt index, and no other product's change moves a page.
final class Wording {

    /// A shorter beginning is one of nearly everything.
    private static final int SHORTEST_BEGINNING = 2;

    /// One letter in words of 3 to 5, two in longer ones; the first letter is taken as meant.
    private static final String FUZZINESS = "AUTO";

    private static final int FIRST_LETTERS = 1;

    private Wording() {}

    static Query asWritten(String text) {
        return Query.of(q -> q.bool(fit -> {
            fit.filter(beginning("words", text));
            step(fit, 8, Clauses.is("name.folded", text));
            step(fit, 4, phrase(text));
            step(fit, 2, words("name", text));
            return step(fit, 1, words("words", text));
        }));
    }

    /// Finds what has other words, too, as long as they differ by a letter or two.
    static Query forgiving(String text) {
        return Query.of(q -> q.bool(fit -> {
            fit.filter(Clauses.any(alike("words", text), beginningAlike(text)));
            return step(fit, 1, alike("name", text));
        }));
    }

    private static BoolQuery.Builder step(BoolQuery.Builder fit, float score, Query clause) {
        return fit.should(it -> it.constantScore(c -> c.filter(clause).boost(score)));
    }

    private static Query phrase(String text) {
        return Query.of(q -> q.matchPhrase(it -> it.field("name").query(text)));
    }

    private static Query words(String field, String text) {
        return Query.of(
                q -> q.match(it -> it.field(field).query(FieldValue.of(text)).operator(Operator.And)));
    }

    /// All words, the last one or what begins like it.
    static Query beginning(String field, String text) {
        return isShort(lastWord(text))
                ? words(field, text)
                : Query.of(
                        q -> q.matchBoolPrefix(it -> it.field(field).query(text).operator(Operator.And)));
    }

    private static Query alike(String field, String text) {
        return Query.of(q -> q.match(it -> it.field(field)
                .query(FieldValue.of(text))
                .operator(Operator.And)
                .fuzziness(FUZZINESS)
                .prefixLength(FIRST_LETTERS)));
    }

    private static Query beginningAlike(String text) {
        return Query.of(q -> q.matchBoolPrefix(it -> it.field("words")
                .query(text)
                .operator(Operator.And)
                .fuzziness(FUZZINESS)
                .prefixLength(FIRST_LETTERS)));
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static boolean isShort(String word) {
        return word.codePointCount(0, word.length()) < SHORTEST_BEGINNING;
    }
}
