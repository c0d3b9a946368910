package shop.local.catalogue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/// Products of a catalogue as the lines of an import, made as they are read: in constant memory, however many.
public final class CatalogueLines extends InputStream {

    private static final int PRODUCTS_AT_ONCE = 500;
    private static final ObjectWriter JSON = new ObjectMapper()
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .writerFor(GeneratedProduct.class)
            .withRootValueSeparator("");

    private final Catalogue catalogue;
    private final long end;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final OutputStream sink;
    private long next;
    private byte[] block = {};
    private int position;

    private CatalogueLines(Catalogue catalogue, long first, long end, boolean compressed) throws IOException {
        this.catalogue = catalogue;
        this.next = first;
        this.end = end;
        this.sink = compressed ? new GZIPOutputStream(made) : made;
    }

    /// The products from the number `first` on, up to and without `end`.
    public static CatalogueLines of(Catalogue catalogue, long first, long end) throws IOException {
        return new CatalogueLines(catalogue, first, end, false);
    }

    /// The same in gzip.
    public static CatalogueLines compressed(Catalogue catalogue, long first, long end) throws IOException {
        return new CatalogueLines(catalogue, first, end, true);
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : block[position++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (isAtEnd()) {
            return -1;
        }
        var count = Math.min(length, block.length - position);
        System.arraycopy(block, position, bytes, offset, count);
        position += count;
        return count;
    }

    /// Makes more where all that was made is read. Compressed, a few products may yield nothing yet.
    private boolean isAtEnd() throws IOException {
        while (position == block.length && next < end) {
            makeMore();
        }
        return position == block.length;
    }

    private void makeMore() throws IOException {
        try (var json = JSON.createGenerator(sink).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            for (var stop = Math.min(next + PRODUCTS_AT_ONCE, end); next < stop; next++) {
                JSON.writeValue(json, catalogue.product(next));
                json.writeRaw('\n');
            }
        }
        if (next == end) {
            sink.close();
        }
        block = made.toByteArray();
        made.reset();
        position = 0;
    }
}
