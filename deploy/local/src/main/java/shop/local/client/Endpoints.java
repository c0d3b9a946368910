package shop.local.client;

/// Where the suite answers, each as `http://host:port` without a path.
public record Endpoints(
        String catalog, String cart, String inventory, String order, String notification, String mailbox) {

    /// The same, but the carts somewhere else: behind a proxy, or at one replica of several.
    public Endpoints withCart(String otherCart) {
        return new Endpoints(catalog, otherCart, inventory, order, notification, mailbox);
    }
}
