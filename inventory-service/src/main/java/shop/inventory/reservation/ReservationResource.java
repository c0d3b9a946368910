package shop.inventory.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Problems;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.reservation.Reservation.Reason;
import shop.inventory.reservation.Reservation.Shortage;
import shop.inventory.reservation.Reservation.Status;

/// What was decided of a checkout.
@Path("/api/v1/reservations/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reservations")
class ReservationResource {

    private final Reservations reservations;

    ReservationResource(Reservations reservations) {
        this.reservations = reservations;
    }

    @GET
    @Operation(summary = "What is held for an order, or why nothing is")
    public View get(String orderId) {
        return parse(orderId)
                .flatMap(reservations::find)
                .map(View::of)
                .orElseThrow(() -> Problems.notFound("reservation", orderId));
    }

    private static Optional<UUID> parse(String orderId) {
        try {
            return Optional.of(UUID.fromString(orderId));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID orderId,
            Status status,
            @Nullable Reason reason,
            List<Allocation> allocations,
            List<Shortage> shortages) {

        private static View of(Reservation it) {
            return new View(it.orderId(), it.status(), it.reason(), it.allocations(), it.shortages());
        }
    }
}
