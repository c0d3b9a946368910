package shop.contracts.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipException;
import shop.contracts.http.Problems;

/// One kind of import: reads lines into `T`, validates them, and hands the good ones of each block over to be stored.
///
/// @param <T> the body of a line, a record with validation constraints
public final class Import<T> {

    private static final int LINES_AT_ONCE = 1000;

    private final Function<List<T>, Imported> store;
    private final LineReader<T> reader;
    private final Imports imports;

    /// @param store upserts a block within the transaction that also keeps the progress
    /// @param groups the validation groups of a line, if not the default one
    public Import(
            Class<T> type,
            Function<List<T>, Imported> store,
            ObjectMapper json,
            Validator validator,
            Imports imports,
            Class<?>... groups) {
        this.store = store;
        this.reader = new LineReader<>(type, json, validator, groups);
        this.imports = imports;
    }

    /// The same without anybody who could hold it back.
    public ImportReport run(String importId, ImportBody body) {
        return run(importId, body, _ -> {});
    }

    /// Works off the body as it arrives; lines that an earlier try of the same import stored are passed over.
    ///
    /// Throws a problem (409) while the same import runs elsewhere. A body that breaks off (400) leaves it
    /// `FAILED`: the blocks before that are stored, and no line of which the end was not seen.
    ///
    /// @param pace is told of each block that was stored; the next one is when it returns
    public ImportReport run(String importId, ImportBody body, Consumer<ImportReport> pace) {
        try {
            return workOff(importId, body, pace);
        } catch (ZipException _) {
            throw Problems.invalid("body", "is not sound gzip");
        } catch (IOException _) {
            throw Problems.of("body-cut-off", Status.BAD_REQUEST, "The body broke off", "Send the same import again")
                    .with("importId", importId)
                    .build();
        }
    }

    private ImportReport workOff(String importId, ImportBody body, Consumer<ImportReport> pace) throws IOException {
        try (var running = imports.begin(importId);
                var blocks = new ReadAhead<>(blocksOf(body, running.lastLine()))) {
            for (var block = blocks.next(); !block.isEnd(); block = blocks.next()) {
                pace.accept(running.keep(block, store));
            }
            return running.complete();
        }
    }

    private Blocks<T> blocksOf(ImportBody body, long lastLine) {
        return new Blocks<>(body, reader, LINES_AT_ONCE, lastLine);
    }
}
