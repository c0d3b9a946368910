package shop.catalog.product;

/// Said within the service when products were written: after the commit there is something to tell.
record ProductsSaved() {}
