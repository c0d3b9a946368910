package shop.catalog.product;

import java.util.List;

/// Said within the service when products were written: after the commit there is something to tell.
record ProductsSaved(List<String> productIds) {}
