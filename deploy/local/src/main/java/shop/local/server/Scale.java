package shop.local.server;

/// How much the servers are built for.
public enum Scale {
    /// As in production, on one machine.
    SUITE(true, 12),
    /// Quick, and with enough partitions to show what several do.
    TEST(false, 3);

    private final boolean durable;
    private final int partitions;

    Scale(boolean durable, int partitions) {
        this.durable = durable;
        this.partitions = partitions;
    }

    /// Whether the data must survive a power failure.
    boolean durable() {
        return durable;
    }

    /// Of each topic.
    int partitions() {
        return partitions;
    }
}
