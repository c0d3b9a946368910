package shop.contracts.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One kind of import: reads lines into `T`, validates them, and hands the good ones of each block over to be stored.
///
/// @param <T> the body of a line, a record with validation constraints
public final class Import<T> {

    private static final int LINES_AT_ONCE = 500;

    private final Function<List<T>, Imported> store;
    private final ObjectReader reader;
    private final Validator validator;
    private final Imports imports;
    private final Class<?>[] groups;

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
        this.reader = json.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.validator = validator;
        this.imports = imports;
        this.groups = groups;
    }

    /// Works off the body as it arrives; lines that an earlier try of the same import stored are passed over.
    ///
    /// Throws a problem (409) while the same import runs elsewhere. A body that breaks off leaves it `FAILED`.
    public ImportReport run(String importId, InputStream body) throws IOException {
        try (var running = imports.begin(importId)) {
            var lines = new NdjsonLines(body);
            for (var block = lines.next(LINES_AT_ONCE); !block.isEmpty(); block = lines.next(LINES_AT_ONCE)) {
                var fresh = block.stream()
                        .filter(it -> it.number() > running.lastLine())
                        .toList();
                if (!fresh.isEmpty()) {
                    running.keep(fresh.getLast().number(), () -> take(fresh));
                }
            }
            return running.complete();
        }
    }

    private Imports.Block take(List<NdjsonLines.Line> lines) {
        var good = new ArrayList<T>(lines.size());
        var numbers = new ArrayList<Long>(lines.size());
        var errors = new ArrayList<LineError>();
        for (var line : lines) {
            read(line, errors).ifPresent(it -> {
                good.add(it);
                numbers.add(line.number());
            });
        }
        var imported = good.isEmpty() ? new Imported(0, 0, 0) : store.apply(good);
        imported.refused().stream()
                .map(it -> new LineError(numbers.get(it.index()), it.field(), it.reason()))
                .forEach(errors::add);
        return new Imports.Block(lines.size(), imported, errors);
    }

    private Optional<T> read(NdjsonLines.Line line, List<LineError> errors) {
        if (line.tooLong()) {
            errors.add(new LineError(line.number(), "", "is longer than 256 KiB"));
            return Optional.empty();
        }
        try {
            T value = reader.readValue(line.text());
            if (value != null) {
                return valid(line.number(), value, errors);
            }
            errors.add(new LineError(line.number(), "", "is not a JSON object"));
        } catch (JsonMappingException e) {
            errors.add(new LineError(line.number(), pathOf(e), "has a value of the wrong kind"));
        } catch (JsonProcessingException e) {
            errors.add(new LineError(line.number(), "", "is not a JSON object"));
        }
        return Optional.empty();
    }

    private Optional<T> valid(long number, T value, List<LineError> errors) {
        var violations = validator.validate(value, groups);
        violations.stream()
                .map(it -> new LineError(number, it.getPropertyPath().toString(), it.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .limit(1)
                .forEach(errors::add);
        return violations.isEmpty() ? Optional.of(value) : Optional.empty();
    }

    private static String pathOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(it -> it.getFieldName() == null ? "" : it.getFieldName())
                .collect(Collectors.joining("."));
    }
}
