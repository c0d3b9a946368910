package shop.local.client;

/// Where the suite answers, each as `http://host:port` without a path.
public record Endpoints(
        String catalog, String cart, String inventory, String order, String notification, String mailbox) {}
