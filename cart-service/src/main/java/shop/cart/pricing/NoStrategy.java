package shop.cart.pricing;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import org.jspecify.annotations.Nullable;

/// Says of a strategy whose type is missing or unknown that it is its `type` which is wrong.
final class NoStrategy extends DeserializationProblemHandler {

    static final String TYPE = "type";

    @Override
    public @Nullable JavaType handleUnknownTypeId(
            DeserializationContext context, JavaType base, String type, TypeIdResolver types, String message)
            throws MismatchedInputException {
        return refuse(context, base, message);
    }

    @Override
    public @Nullable JavaType handleMissingTypeId(
            DeserializationContext context, JavaType base, TypeIdResolver types, String message)
            throws MismatchedInputException {
        return refuse(context, base, message);
    }

    /// Nothing, and so Jackson's own answer, for what is no strategy.
    private static @Nullable JavaType refuse(DeserializationContext context, JavaType base, String message)
            throws MismatchedInputException {
        if (!base.hasRawClass(PricingStrategy.class)) {
            return null;
        }
        var wrong = MismatchedInputException.from(context.getParser(), base, message);
        wrong.prependPath(PricingStrategy.class, TYPE);
        throw wrong;
    }
}
