package shop.contracts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/// Ids as the contract wants them.
public final class Ids {

    /// What a product id (the merchant's SKU) and a customer id look like.
    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private static final TimeBasedEpochGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /// A new UUIDv7 (RFC 9562): unique, and sorted by the time it was made.
    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /// The UUIDv5 (RFC 9562) of a name: the same name gives the same id, for ever and on every machine.
    public static UUID of(UUID namespace, String name) {
        return Generators.nameBasedGenerator(namespace).generate(name);
    }
}
