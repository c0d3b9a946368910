package shop.contracts.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows in the text form that `COPY ... FROM STDIN` reads.
public final class CopyRows {

    private final StringBuilder text = new StringBuilder();

    /// Adds one row: its columns in their order, each in a form that PostgreSQL reads; null is NULL.
    public void add(@Nullable Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(columns[i]);
        }
        text.append('\n');
    }

    /// A column of the type `text[]`.
    public static String array(List<String> texts) {
        return texts.stream().map(CopyRows::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    byte[] toBytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(@Nullable Object column) {
        if (column == null) {
            text.append("\\N");
        } else {
            appendEscaped(column.toString());
        }
    }

    private void appendEscaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            var next = value.charAt(i);
            switch (next) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(next);
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
