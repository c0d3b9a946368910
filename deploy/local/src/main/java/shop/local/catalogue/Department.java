package shop.local.catalogue;

import java.util.List;
import java.util.stream.Stream;

/// The categories of the shop: which share of the products each has, in percent, and how many brands make them.
enum Department {
    ELECTRONICS(42, 900),
    BOOKS(24, 500),
    CLOTHING(18, 1300),
    HOME(11, 900),
    SPORTS(5, 400);

    private static final int SERIES = 600;

    private final int percent;
    private final int brands;

    Department(int percent, int brands) {
        this.percent = percent;
        this.brands = brands;
    }

    /// @param place from 0 to 99
    static Department at(int place) {
        var department = 0;
        for (var left = place - ELECTRONICS.percent; left >= 0; left -= values()[department].percent) {
            department++;
        }
        return values()[department];
    }

    int percent() {
        return percent;
    }

    /// The names of its makers, which make nothing for other departments.
    List<String> brands() {
        return InventedNames.from(namesBefore(), brands);
    }

    /// What its makers call their series, or what its novels call their places.
    List<String> series() {
        return InventedNames.from(namesBefore() + brands, SERIES);
    }

    private int namesBefore() {
        return Stream.of(values())
                .limit(ordinal())
                .mapToInt(it -> it.brands + SERIES)
                .sum();
    }
}
