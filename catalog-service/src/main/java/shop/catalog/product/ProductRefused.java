package shop.catalog.product;

/// Why a product cannot be created or changed as asked.
public abstract sealed class ProductRefused extends RuntimeException {

    private ProductRefused(String message) {
        super(message);
    }

    public static final class NotFound extends ProductRefused {
        private final String productId;

        public NotFound(String productId) {
            super("There is no product " + productId);
            this.productId = productId;
        }

        public String productId() {
            return productId;
        }
    }

    /// The id is taken, maybe by a product that is discontinued.
    public static final class Exists extends ProductRefused {
        private final String productId;

        Exists(String productId) {
            super("There is a product %s already".formatted(productId));
            this.productId = productId;
        }

        public String productId() {
            return productId;
        }
    }

    public static final class UnknownCategory extends ProductRefused {
        public static final String REASON = "is not a category of this shop";

        UnknownCategory() {
            super("category " + REASON);
        }
    }
}
