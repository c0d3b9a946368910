package shop.catalog.product;

import java.util.List;

/// Whether customers can have a product now, and the regions whose warehouses have it, in alphabetical order.
public record Availability(boolean inStock, List<String> regions) {

    public static final Availability NONE = new Availability(false, List.of());

    public Availability {
        regions = regions.stream().sorted().distinct().toList();
    }
}
