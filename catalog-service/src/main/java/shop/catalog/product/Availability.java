package shop.catalog.product;

import java.util.List;

/// Whether customers can have a product now.
///
/// @param regions whose warehouses have it, in alphabetical order
/// @param soldIn the regions whose customers may have it, in alphabetical order; none means everywhere
public record Availability(boolean inStock, List<String> regions, List<String> soldIn) {

    public static final Availability NONE = new Availability(false, List.of());

    public Availability {
        regions = regions.stream().sorted().distinct().toList();
        soldIn = soldIn.stream().sorted().distinct().toList();
    }

    /// Of a product that is sold everywhere.
    public Availability(boolean inStock, List<String> regions) {
        this(inStock, regions, List.of());
    }
}
