package shop.catalog.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.opensearch.client.opensearch._types.OpenSearchException;
import shop.contracts.event.IncomingEvent;

/// Writes what the product topic has into the index of a rebuild.
///
/// A record that cannot be read or indexed is passed over: the indexer has left it to the dead letters.
final class IndexFilling {

    private static final Logger LOG = Logger.getLogger(IndexFilling.class);

    private final RebuildClaim claim;
    private final TopicReading reading;
    private final DocumentWriter writer;
    private final Patience patience;
    private final double rest;
    private final ObjectMapper json;

    /// @param rest see [RebuildSettings#rest]
    IndexFilling(
            RebuildClaim claim,
            TopicReading reading,
            DocumentWriter writer,
            Patience patience,
            double rest,
            ObjectMapper json) {
        this.claim = claim;
        this.rest = rest;
        this.reading = reading;
        this.writer = writer;
        this.patience = patience;
        this.json = json;
    }

    /// Goes on from where it is until all but a few records are written, however many come meanwhile.
    void catchUp(int few) {
        while (lookForEnd() > few) {
            readToEnd();
        }
    }

    /// Goes on from where it is to the end of the topic as it is now.
    void readOn() {
        lookForEnd();
        readToEnd();
    }

    private long lookForEnd() {
        var left = patience.with(reading::lookForEnd);
        claim.progress(reading.read(), reading.toRead());
        return left;
    }

    private void readToEnd() {
        var since = System.nanoTime();
        while (reading.isBehind()) {
            var events = patience.with(reading::poll);
            if (events.isEmpty()) {
                patience.checkSince(since, "the topic says nothing more");
            } else {
                var begun = System.nanoTime();
                write(events.stream().flatMap(this::read).toList());
                claim.progress(reading.read(), reading.toRead());
                rest(System.nanoTime() - begun);
                since = System.nanoTime();
            }
        }
    }

    /// Customers search on the same processors.
    private void rest(long workedNanos) {
        LockSupport.parkNanos((long) (workedNanos * rest));
    }

    private void write(List<ProductDocument> documents) {
        try {
            patience.with(() -> writer.to(claim.index(), documents));
        } catch (OpenSearchException e) {
            writeHalves(documents, e);
        }
    }

    /// They were too large to be written together.
    private void writeHalves(List<ProductDocument> documents, OpenSearchException reason) {
        if (documents.size() == 1) {
            LOG.warnf("%s is not indexed: %s", documents.getFirst().productId(), reason.getMessage());
            return;
        }
        var middle = documents.size() / 2;
        write(documents.subList(0, middle));
        write(documents.subList(middle, documents.size()));
    }

    private Stream<ProductDocument> read(IncomingEvent event) {
        try {
            return switch (ProductEvent.read(event, json)) {
                case ProductDocument document -> Stream.of(document);
                case ProductEvent.Other _ -> Stream.empty();
            };
        } catch (IncomingEvent.Unreadable _) {
            return Stream.empty();
        }
    }
}
