package shop.notification.delivery;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import shop.contracts.http.Problems;
import shop.notification.delivery.NotificationRefused.NoSuchNotification;
import shop.notification.delivery.NotificationRefused.StillOnItsWay;

/// The only place that knows which HTTP status a refusal has.
@Provider
class NotificationProblems extends ExceptionMapperBase<NotificationRefused> {

    @Override
    protected HttpProblem toProblem(NotificationRefused refusal) {
        return switch (refusal) {
            case NoSuchNotification it -> Problems.notFound("notification", it.notificationId);
            case StillOnItsWay it ->
                Problems.conflict("notification-on-its-way", "Not ended yet", String.valueOf(it.getMessage()))
                        .with("state", it.state)
                        .with(
                                "allowed",
                                Arrays.stream(NotificationState.values())
                                        .filter(NotificationState::ended)
                                        .toList())
                        .build();
            case NotificationRefused.NothingToSay it ->
                Problems.conflict("nothing-to-say", "Nothing left to say", String.valueOf(it.getMessage()))
                        .build();
        };
    }
}
