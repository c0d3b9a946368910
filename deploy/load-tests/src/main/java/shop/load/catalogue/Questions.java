package shop.load.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import shop.local.catalogue.Catalogue;
import shop.local.catalogue.GeneratedProduct;

/// What shoppers ask, each question after a product that is in the catalogue: so the categories, brands and words that
/// are frequent there are asked for often. No two are alike, as each has its own prices; each is a path with a query.
///
/// @param size how many products there are
record Questions(Catalogue catalogue, long size) {

    private static final String PRODUCTS = "/api/v1/products";

    /// @param number the same number, the same question
    String filtered(int number) {
        var random = random(number);
        var product = product(random);
        return PRODUCTS + "?facets=false&category=" + product.category() + prices(product, random) + "&minRating="
                + (6 + number % 4) / 2.0;
    }

    /// The products of a category cost between these two and are asked for by two words.
    String text(int number) {
        var random = random(number);
        var product = product(random);
        return PRODUCTS + "?facets=false&q=" + encoded(twoWords(product, random)) + "&category=" + product.category()
                + prices(product, random);
    }

    String facetsOfCategory(int number) {
        var random = random(number);
        var product = product(random);
        return PRODUCTS + "?facets=true&limit=1&category=" + product.category() + prices(product, random);
    }

    String facetsOfText(int number) {
        var random = random(number);
        var product = product(random);
        var words = words(product);
        return PRODUCTS + "?facets=true&limit=1&q=" + encoded(words[words.length - 1]) + prices(product, random);
    }

    /// What somebody has typed of a word.
    String suggestion(int number) {
        var random = random(number);
        var words = words(product(random));
        var word = words[random.nextInt(words.length)];
        var typed = word.substring(0, Math.min(word.length(), 2 + random.nextInt(5)));
        return PRODUCTS + "/suggest?q=" + encoded(typed);
    }

    String byId(int number) {
        return PRODUCTS + "/" + catalogue.productId(random(number).nextLong(size));
    }

    private GeneratedProduct product(RandomGenerator random) {
        return catalogue.product(random.nextLong(size));
    }

    /// From somewhat less to somewhat more than the product costs.
    private static String prices(GeneratedProduct product, RandomGenerator random) {
        var price = Double.parseDouble(product.price());
        var less = price * random.nextDouble(0.5, 0.9);
        var more = price * random.nextDouble(1.1, 2.0);
        return "&minPrice=" + decimal(less) + "&maxPrice=" + decimal(more);
    }

    /// With as many decimals as a search takes.
    private static String decimal(double amount) {
        return String.format(Locale.ROOT, "%.4f", amount);
    }

    private static String twoWords(GeneratedProduct product, RandomGenerator random) {
        var words = words(product);
        var first = words.length < 2 ? 0 : random.nextInt(words.length - 1);
        return words[first] + " " + words[Math.min(first + 1, words.length - 1)];
    }

    /// Those before colour, size or genre.
    private static String[] words(GeneratedProduct product) {
        return product.name().split("[,:]")[0].split(" ");
    }

    private static RandomGenerator random(int number) {
        return new SplittableRandom(number);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
