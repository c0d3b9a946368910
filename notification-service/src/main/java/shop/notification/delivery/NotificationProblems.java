package shop.notification.delivery;

import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import shop.contracts.http.Problems;
import shop.notification.delivery.ResendNotification.NoSuchNotification;
import shop.notification.delivery.ResendNotification.StillOnItsWay;

/// The only place that knows which HTTP status a refusal has.
class NotificationProblems {

    private static final Set<NotificationState> ENDED =
            EnumSet.of(NotificationState.SENT, NotificationState.SKIPPED, NotificationState.DEAD);

    @ServerExceptionMapper
    Response noSuchNotification(NoSuchNotification refusal) {
        return Problems.notFound("notification", refusal.notificationId).toResponse();
    }

    @ServerExceptionMapper
    Response stillOnItsWay(StillOnItsWay refusal) {
        return Problems.conflict(
                        "notification-on-its-way",
                        "Not sent yet",
                        "The notification is %s; it can be sent again once it is one of %s"
                                .formatted(refusal.state, ENDED))
                .with("state", refusal.state)
                .with("allowed", ENDED)
                .build()
                .toResponse();
    }
}
