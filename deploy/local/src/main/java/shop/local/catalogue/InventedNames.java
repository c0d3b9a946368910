package shop.local.catalogue;

import java.util.List;
import java.util.stream.IntStream;

/// Names that can be spoken and that nobody owns: of brands, of series, of places in novels.
final class InventedNames {

    private static final List<String> BEGINNINGS = words("""
            Al Bar Bel Bor Cal Cor Dal Dor El Fal Fen Gal Gor Hal Hel Ist Jor Kal Kel Kor Lam Lin Lor Mal Mer Mon Nal Nor
            Or Pal Per Quil Ral Rho Sal Sel Sol Tal Tor Ul Val Ver Vol Wil Xan Yor Zan Zel""");
    private static final List<String> MIDDLES = words("a ade an ari e ebo en eri i iva o om ori u un ysa");
    private static final List<String> ENDS = words("""
            bis cor da dex fel gan ia ix kan la lo mar mo na nor nu pex ra ric sol ta tek ton tus va vex via wen zo""");

    private static final int ALL = BEGINNINGS.size() * MIDDLES.size() * ENDS.size();
    /// Has no divisor in common with [#ALL], so that every name comes once, and neighbours are not alike.
    private static final long STRIDE = 7919;

    private InventedNames() {}

    /// So many of them, none twice and always the same.
    ///
    /// @param first how many others to leave out before
    static List<String> from(int first, int count) {
        return IntStream.range(0, ALL)
                .mapToObj(it -> name((int) (it * STRIDE % ALL)))
                .distinct()
                .skip(first)
                .limit(count)
                .toList();
    }

    private static String name(int number) {
        return BEGINNINGS.get(number % BEGINNINGS.size())
                + MIDDLES.get(number / BEGINNINGS.size() % MIDDLES.size())
                + ENDS.get(number / BEGINNINGS.size() / MIDDLES.size());
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
