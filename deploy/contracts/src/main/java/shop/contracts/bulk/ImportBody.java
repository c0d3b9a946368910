package shop.contracts.bulk;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
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
        return compressed ? new Unzipped(sound(this::unzip)) : wire;
    }

    /// Any number of members, and nothing after them: the JDK's own stream takes whatever cannot be read there for the
    /// end, also where the connection broke.
    private InputStream unzip() throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(wire)
                .setDecompressConcatenated(true)
                .get();
    }

    private <T> T sound(Reading<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (EOFException e) {
            throw e;
        } catch (IOException e) {
            throw wire.broken ? e : (ZipException) new ZipException(e.getMessage()).initCause(e);
        }
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

    /// Tells a body that is not sound gzip from one whose connection broke.
    private final class Unzipped extends FilterInputStream {

        private Unzipped(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            return sound(super::read);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return sound(() -> super.read(buffer, offset, length));
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T get() throws IOException;
    }

    /// Counts what has been read, and nothing twice.
    private static final class Counted extends FilterInputStream {
        private long bytes;
        private boolean broken;

        private Counted(InputStream input) {
            super(input);
        }

        @Override
        public boolean markSupported() {
            return false;
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
                return read;
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }
    }
}
