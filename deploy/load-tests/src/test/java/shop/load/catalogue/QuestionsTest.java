package shop.load.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.local.catalogue.Catalogue;

class QuestionsTest {

    private final Questions questions = new Questions(new Catalogue(1), 1000);

    @Test
    void no_two_searches_are_alike() {
        Stream.<IntFunction<String>>of(
                        questions::filtered, questions::text, questions::facetsOfCategory, questions::facetsOfText)
                .forEach(it -> assertThat(IntStream.range(0, 5000).mapToObj(it)).doesNotHaveDuplicates());
    }

    @Test
    void the_same_number_is_the_same_question() {
        assertThat(questions.text(42)).isEqualTo(new Questions(new Catalogue(1), 1000).text(42));
    }

    @Test
    void only_products_of_the_catalogue_are_asked_for() {
        assertThat(IntStream.range(0, 5000).mapToObj(questions::byId))
                .allSatisfy(it -> assertThat(it).matches("/api/v1/products/gen1-00000\\d{3}"));
    }
}
