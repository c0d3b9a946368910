package shop.load.catalogue;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// All that is measured of searching, and what is aimed at.
final class Searches {

    private static final double PER_SECOND = 1300;
    private static final Aim SEARCH = new Aim(100, PER_SECOND);
    private static final Aim FILTERS = new Aim(25, PER_SECOND);
    private static final Aim BY_ID = new Aim(5, PER_SECOND);
    private static final int ASKED_AGAIN = 20;
    private static final String ANY = "";

    private Searches() {}

    /// @param deepPages the paths of the pages 500 deep, if there are any
    /// @param popular the paths of the products that are asked for most
    static List<Search> all(Questions questions, List<String> deepPages, List<String> popular) {
        return List.of(
                of("category, price, rating", questions::filtered, ANY, FILTERS),
                of("text, category, price", questions::text, ANY, SEARCH),
                of("facets of category, price", questions::facetsOfCategory, "\"facets\"", SEARCH),
                of("facets of text, price", questions::facetsOfText, "\"facets\"", SEARCH),
                new Search(
                        "page %d of 20".formatted(DeepPages.PAGE),
                        it -> deepPages.get(Math.floorMod(it, deepPages.size())),
                        deepPages,
                        ANY,
                        SEARCH),
                of("suggestions", questions::suggestion, "\"suggestions\"", SEARCH),
                new Search("product by id", questions::byId, popular, ANY, BY_ID));
    }

    private static Search of(String name, IntFunction<String> question, String sign, Aim aim) {
        var again = IntStream.rangeClosed(1, ASKED_AGAIN)
                .mapToObj(it -> question.apply(-it))
                .toList();
        return new Search(name, question, again, sign, aim);
    }
}
