package shop.notification.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Problems;

/// Names what an event's JSON lacks: every component of its record is required unless it is [Nullable].
final class RequiredFields {

    private RequiredFields() {}

    /// Throws a problem naming the first field that is missing. Of what kind a value is, the reading itself says.
    static void check(Class<?> type, @Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Problems.invalid("body", "must be an object");
        }
        check(type, body, "");
    }

    private static void check(Class<?> type, JsonNode object, String path) {
        for (var component : type.getRecordComponents()) {
            var field = path + component.getName();
            var value = object.path(component.getName());
            if (value.isMissingNode() || value.isNull()) {
                refuseUnlessNullable(component, field);
            } else if (component.getType() == List.class && value.isArray()) {
                checkItems(component, value, field);
            }
        }
    }

    private static void refuseUnlessNullable(RecordComponent component, String field) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw Problems.invalid(field, "is missing");
        }
    }

    private static void checkItems(RecordComponent component, JsonNode items, String field) {
        var type = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        for (var i = 0; i < items.size(); i++) {
            var item = "%s[%d]".formatted(field, i);
            var value = items.path(i);
            if (!value.isObject()) {
                throw Problems.invalid(item, "must be an object");
            }
            check(type, value, item + ".");
        }
    }
}
