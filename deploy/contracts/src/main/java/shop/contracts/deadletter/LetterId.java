package shop.contracts.deadletter;

/// A letter's place on its topic, written `<partition>-<offset>`.
record LetterId(int partition, long offset) implements Comparable<LetterId> {

    static final String PATTERN = "\\d{1,9}-\\d{1,18}";

    /// Reads what has the [#PATTERN].
    static LetterId parse(String id) {
        var dash = id.indexOf('-');
        return new LetterId(Integer.parseInt(id, 0, dash, 10), Long.parseLong(id, dash + 1, id.length(), 10));
    }

    @Override
    public int compareTo(LetterId other) {
        var byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
