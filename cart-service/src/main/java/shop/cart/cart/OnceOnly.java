package shop.cart.cart;

import org.jspecify.annotations.Nullable;
import shop.contracts.http.Problems;

/// A request that carries an Idempotency-Key.
///
/// @param record where in Redis the first request with this key is remembered
/// @param request what this one says, to know it from another one under the same key
public record OnceOnly(String record, String request) {

    public static final String HEADER = "Idempotency-Key";

    /// Lets a key pass that is missing or as the contract wants it.
    public static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > 255)) {
            throw Problems.invalid(HEADER, "must have 1 to 255 characters");
        }
        return key;
    }

    /// What is remembered under a key.
    ///
    /// @param answer what became of it; null for as long as that is not known
    public record First(String request, @Nullable String answer) {

        /// Where only the answer is known any more, it answers whatever is asked.
        public static final String ANY_REQUEST = "*";

        /// Whether it answers this request, too.
        public boolean stands(String other) {
            return request.equals(other) || request.equals(ANY_REQUEST);
        }
    }
}
