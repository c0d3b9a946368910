package shop.catalog.search;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shop.contracts.Text;
import shop.contracts.http.Problems;

/// What a search was asked, by the names of the query parameters. A blank value is none.
///
/// What cannot be read throws a problem naming the parameter.
///
/// @param spelling not the customer's choice: forgiving where nothing has the words as they are written
public record SearchParameters(MultivaluedMap<String, String> values, Spelling spelling) {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,4})?");
    private static final Pattern CHARACTERS = Pattern.compile(Text.PATTERN);
    private static final int LONGEST_TEXT = 200;

    static SearchParameters of(MultivaluedMap<String, String> values) {
        return new SearchParameters(values, Spelling.AS_WRITTEN);
    }

    SearchParameters spelled(Spelling spelling) {
        return new SearchParameters(values, spelling);
    }

    /// The same for parameters that say the same.
    String key() {
        var said = new TreeMap<String, String>();
        values.forEach((name, all) -> said.put(name, all.getFirst().strip()));
        said.values().removeIf(String::isEmpty);
        return said.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public Optional<String> text(String name) {
        return text(name, LONGEST_TEXT);
    }

    /// @param longest how many characters it may have
    public Optional<String> text(String name, int longest) {
        var text = Optional.ofNullable(values.getFirst(name)).map(String::strip).filter(it -> !it.isEmpty());
        if (text.filter(it -> it.length() > longest).isPresent()) {
            throw Problems.invalid(name, "must have at most %d characters".formatted(longest));
        }
        if (text.filter(it -> !CHARACTERS.matcher(it).matches()).isPresent()) {
            throw Problems.invalid(name, "must not hold NUL or half a surrogate pair");
        }
        return text;
    }

    /// A number of 0 or more with up to four decimals.
    public Optional<BigDecimal> decimal(String name) {
        return text(name).map(it -> {
            if (!DECIMAL.matcher(it).matches()) {
                throw Problems.invalid(name, "must be a decimal number like 9.99");
            }
            return new BigDecimal(it);
        });
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(it -> switch (it) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problems.invalid(name, "must be true or false");
        });
    }

    /// A whole number from `min` to `max`.
    public int number(String name, int min, int max, int otherwise) {
        return text(name)
                .map(it -> {
                    if (!it.matches("\\d{1,9}") || Integer.parseInt(it) < min || Integer.parseInt(it) > max) {
                        throw Problems.invalid(name, "must be a number from %d to %d".formatted(min, max));
                    }
                    return Integer.parseInt(it);
                })
                .orElse(otherwise);
    }
}
