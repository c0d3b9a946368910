package shop.notification.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Cursor;
import shop.contracts.http.Problems;

/// Which notifications are asked for, as an SQL condition with its parameters.
record NotificationFilter(String condition, Object... parameters) {

    /// Reads the query; throws the problem that names the parameter which is wrong. Null means any.
    static NotificationFilter of(
            @Nullable UUID orderId, @Nullable String customerId, @Nullable String state, @Nullable String cursor) {
        var conditions = new ArrayList<>(List.of("true"));
        var parameters = new ArrayList<Object>();
        if (orderId != null) {
            conditions.add("story_id = ?");
            parameters.add(orderId);
        }
        if (customerId != null) {
            conditions.add("customer_id = ?");
            parameters.add(customerId);
        }
        if (state != null) {
            conditions.add("state = ?");
            parameters.add(state(state).name());
        }
        var after = Cursor.read(cursor);
        if (after != null) {
            conditions.add("(created_at, notification_id) < (?, ?)");
            parameters.addAll(place(after));
        }
        return new NotificationFilter(String.join(" AND ", conditions), parameters.toArray());
    }

    /// What a page that ends with this notification is continued after.
    static String placeOf(Notification notification) {
        return notification.createdAt() + " " + notification.notificationId();
    }

    private static List<Object> place(String after) {
        try {
            var space = after.indexOf(' ');
            return List.of(Cursor.instant(after.substring(0, space)), after.substring(space + 1));
        } catch (IndexOutOfBoundsException _) {
            throw Problems.invalid("cursor", "is not one that a page gave");
        }
    }

    private static NotificationState state(String state) {
        try {
            return NotificationState.valueOf(state);
        } catch (IllegalArgumentException _) {
            throw Problems.invalid("state", "must be one of " + Arrays.toString(NotificationState.values()));
        }
    }
}
