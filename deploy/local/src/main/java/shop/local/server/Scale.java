package shop.local.server;

/// How much the servers are built for.
///
/// @param durable whether the data must survive a power failure
/// @param partitions of each topic
public record Scale(boolean durable, int partitions) {

    /// As in production, on one machine.
    public static final Scale SUITE = new Scale(true, 12);

    /// Quick to start; enough partitions to see what several do.
    public static final Scale TEST = new Scale(false, 3);
}
