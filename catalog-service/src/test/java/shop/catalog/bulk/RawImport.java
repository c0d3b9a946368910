package shop.catalog.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// An import sent by hand, over a socket of its own: as far as one likes, and in whatever form.
final class RawImport implements AutoCloseable {

    private final Form form;
    private final byte[] body;
    private final Socket socket;
    private int sent;

    RawImport(String importId, Form form, String lines) {
        this(importId, "", form, lines);
    }

    /// @param query of the address, as `?lines=3`
    RawImport(String importId, String query, Form form, String lines) {
        this.form = form;
        body = form.compressed ? gzip(lines) : lines.getBytes(UTF_8);
        try {
            socket = new Socket("127.0.0.1", RestAssured.port);
            write("""
                    POST /api/v1/products/import%s HTTP/1.1\r
                    Host: localhost\r
                    Connection: close\r
                    Content-Type: application/x-ndjson\r
                    Idempotency-Key: %s\r
                    %s%s\r
                    \r
                    """.formatted(
                            query,
                            importId,
                            form.compressed ? "Content-Encoding: gzip\r\n" : "",
                            form.chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length)
                    .getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends the body from where it is up to this share of it.
    void sendUpTo(double share) throws IOException {
        var end = (int) (body.length * share);
        var part = Arrays.copyOfRange(body, sent, end);
        sent = end;
        if (form.chunked) {
            write("%x\r\n".formatted(part.length).getBytes(UTF_8));
        }
        write(part);
        if (form.chunked) {
            write("\r\n".getBytes(UTF_8));
        }
    }

    /// Sends the rest, and returns the first line of the answer.
    String finish() throws IOException {
        sendUpTo(1);
        if (form.chunked) {
            write("0\r\n\r\n".getBytes(UTF_8));
        }
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
    }

    /// Cuts the connection, wherever the body is.
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    enum Form {
        WITH_LENGTH(false, false),
        IN_CHUNKS(true, false),
        COMPRESSED(false, true),
        COMPRESSED_IN_CHUNKS(true, true);

        private final boolean chunked;
        private final boolean compressed;

        Form(boolean chunked, boolean compressed) {
            this.chunked = chunked;
            this.compressed = compressed;
        }
    }
}
