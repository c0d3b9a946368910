package shop.catalog.search;

import java.util.UUID;

/// Whoever holds it is the one that builds this index, as long as [IndexRebuilds] says so. How far it is stands here
/// for whoever renews the lease.
final class RebuildClaim {

    private final UUID id = UUID.randomUUID();
    private final String index;
    private volatile long read;
    private volatile long toRead;

    RebuildClaim(String index) {
        this.index = index;
    }

    UUID id() {
        return id;
    }

    String index() {
        return index;
    }

    long read() {
        return read;
    }

    long toRead() {
        return toRead;
    }

    void progress(long read, long toRead) {
        this.read = read;
        this.toRead = toRead;
    }
}
