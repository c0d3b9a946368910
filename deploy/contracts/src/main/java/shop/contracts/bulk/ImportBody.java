package shop.contracts.bulk;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Problems;

/// The lines of an import on their way in, perhaps compressed, and what is known of how many there will be.
public final class ImportBody {

    private final Counted wire;
    private final boolean compressed;
    private final @Nullable Long wireBytes;
    private final @Nullable Long lines;

    private ImportBody(InputStream wire, boolean compressed, @Nullable Long wireBytes, @Nullable Long lines) {
        this.wire = new Counted(wire);
        this.compressed = compressed;
        this.wireBytes = wireBytes;
        this.lines = lines;
    }

    /// Lines as they are, of which nobody knows how many there will be.
    public static ImportBody of(InputStream lines) {
        return new ImportBody(lines, false, null, null);
    }

    /// Throws a problem where the body is encoded in a way that nobody here can read (415), or `lines` is negative
    /// (400).
    ///
    /// @param wire the body as it was sent
    /// @param lines how many lines the sender says that there are
    public static ImportBody of(InputStream wire, HttpHeaders headers, @Nullable Long lines) {
        return of(wire, headers::getHeaderString, lines);
    }

    /// @param header gives a header by its name, or null
    static ImportBody of(InputStream wire, Function<String, @Nullable String> header, @Nullable Long lines) {
        if (lines != null && lines < 0) {
            throw Problems.invalid("lines", "must not be negative");
        }
        return new ImportBody(
                wire,
                isCompressed(header.apply(HttpHeaders.CONTENT_ENCODING)),
                length(header.apply(HttpHeaders.CONTENT_LENGTH)),
                lines);
    }

    /// Throws [ZipException], as the stream does, where the body is not what its encoding says.
    InputStream open() throws IOException {
        return compressed ? new Unzipped(wire) : wire;
    }

    /// How many lines there will be, judged by the first ones and the bytes that they took; null if nothing is known.
    @Nullable
    Long expectedLines(long read) {
        if (lines != null || wireBytes == null) {
            return lines;
        }
        return Math.round((double) read * wireBytes / Math.max(1, wire.bytes));
    }

    private static boolean isCompressed(@Nullable String encoding) {
        if (encoding == null) {
            return false;
        }
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw unknown(encoding);
        };
    }

    private static RuntimeException unknown(String encoding) {
        return Problems.of(
                        "unsupported-encoding",
                        Status.UNSUPPORTED_MEDIA_TYPE,
                        "The body is encoded in a way that is not read here",
                        "Content-Encoding must be gzip or absent")
                .with("field", HttpHeaders.CONTENT_ENCODING)
                .with("encoding", encoding)
                .build();
    }

    private static @Nullable Long length(@Nullable String length) {
        return length == null ? null : Long.valueOf(length);
    }

    /// Any number of gzip members, and nothing after them: the JDK's stream takes whatever cannot be read there for the
    /// end, also where the connection broke.
    private static final class Unzipped extends GZIPInputStream {
        private static final int BUFFER_BYTES = 8 * 1024;
        private static final int TRAILER_BYTES = 8;

        private final Counted wire;

        private Unzipped(Counted wire) throws IOException {
            super(wire, BUFFER_BYTES);
            this.wire = wire;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            if (read < 0) {
                checkEnd();
            }
            return read;
        }

        private void checkEnd() throws IOException {
            if (wire.broken != null) {
                throw wire.broken;
            }
            if (inf.getRemaining() > TRAILER_BYTES || wire.read() >= 0) {
                throw new ZipException("Something follows that is not gzip");
            }
        }
    }

    /// Counts what has been read.
    private static final class Counted extends FilterInputStream {
        private long bytes;
        private boolean ended;
        private @Nullable IOException broken;

        private Counted(InputStream input) {
            super(input);
        }

        /// Something, until the end was seen: where nothing is there for a moment, the JDK would not look for the next
        /// member.
        @Override
        public int available() {
            return ended ? 0 : 1;
        }

        @Override
        public int read() throws IOException {
            var next = new byte[1];
            return read(next, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(next[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                var read = super.read(buffer, offset, length);
                bytes += Math.max(0, read);
                ended = read < 0;
                return read;
            } catch (IOException e) {
                broken = e;
                throw e;
            }
        }
    }
}
