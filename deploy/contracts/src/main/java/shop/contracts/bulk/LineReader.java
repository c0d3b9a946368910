package shop.contracts.bulk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads lines into `T`, and checks them.
///
/// @param <T> the body of a line, a record with validation constraints
final class LineReader<T> {

    /// A field's name may be anything where it is the key of a map.
    private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private final ObjectReader reader;
    private final Validator validator;
    private final Class<?>[] groups;

    LineReader(Class<T> type, ObjectMapper json, Validator validator, Class<?>... groups) {
        this.reader = json.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.validator = validator;
        this.groups = groups;
    }

    /// What the line says; throws [Wrong] where it cannot be taken.
    T read(NdjsonLines.Line line) throws Wrong {
        if (line.tooLong()) {
            throw new Wrong(line, "", "is longer than %d KiB".formatted(NdjsonLines.LONGEST_LINE_BYTES / 1024));
        }
        var value = parse(line);
        var violation = validator.validate(value, groups).stream()
                .min(Comparator.comparing(it -> it.getPropertyPath().toString()));
        if (violation.isPresent()) {
            throw new Wrong(
                    line,
                    violation.get().getPropertyPath().toString(),
                    violation.get().getMessage());
        }
        return value;
    }

    private T parse(NdjsonLines.Line line) throws Wrong {
        try {
            @Nullable T value = reader.readValue(line.json());
            if (value != null) {
                return value;
            }
        } catch (JsonMappingException e) {
            throw new Wrong(line, pathOf(e), "has a value of the wrong kind");
        } catch (IOException _) { // Also where the bytes are no text: said below.
        }
        throw new Wrong(line, "", "is not a JSON object");
    }

    private static String pathOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(it -> it.getFieldName() == null ? "" : it.getFieldName())
                .collect(Collectors.joining("."));
    }

    /// A line that cannot be taken. Common enough in an import to be worth no stack trace.
    static final class Wrong extends Exception {
        private final LineError error;

        private Wrong(NdjsonLines.Line line, String field, String reason) {
            super(reason, null, false, false);
            error = new LineError(line.number(), NOT_STORABLE.matcher(field).replaceAll("\uFFFD"), reason);
        }

        LineError error() {
            return error;
        }
    }
}
