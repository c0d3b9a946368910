package shop.order.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Ids;
import shop.contracts.Text;
import shop.contracts.http.Idempotent;
import shop.contracts.http.Preconditions;

/// Registers customers, changes and erases them.
@Path("/api/v1/customers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerResource {

    private final Customers customers;
    private final Clock clock;

    CustomerResource(Customers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /// Answers the id alone: answers are kept for repeats of the request, and must hold nothing of a person.
    @POST
    @Idempotent
    public Response register(@NotNull @Valid Registration body) {
        var customerId = body.customerId() == null ? Ids.next().toString() : body.customerId();
        customers.register(customerId, body.profile(), clock.instant());
        return Response.created(URI.create("/api/v1/customers/" + customerId))
                .header(HttpHeaders.ETAG, Preconditions.etag(1))
                .entity(Map.of("customerId", customerId))
                .build();
    }

    @GET
    @Path("/{customerId}")
    public Response get(@PathParam("customerId") @Id String customerId) {
        return answer(customers.get(customerId));
    }

    @PUT
    @Path("/{customerId}")
    @Transactional
    public Response change(
            @PathParam("customerId") @Id String customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Change body) {
        var version = customers.get(customerId).version();
        Preconditions.ifMatch(ifMatch, version);
        if (!customers.change(customerId, version, body.profile(), clock.instant())) {
            throw Preconditions.stale(
                    String.valueOf(ifMatch), customers.get(customerId).version());
        }
        return answer(customers.get(customerId));
    }

    /// Erases the person's data, whatever it says by now: no If-Match.
    @DELETE
    @Path("/{customerId}")
    @Transactional
    public void erase(@PathParam("customerId") @Id String customerId) {
        customers.erase(customerId, clock.instant());
    }

    private static Response answer(Customer customer) {
        return Response.ok(View.of(customer))
                .header(HttpHeaders.ETAG, Preconditions.etag(customer.version()))
                .build();
    }

    @MembershipDates
    record Registration(
            @Nullable @Id String customerId,
            @NotBlank @Size(max = 200) @Text String name,
            @NotNull @MailAddress String email,
            @NotNull @Phone String phone,
            @Nullable Membership membership,
            @JsonDeserialize(using = Utc.class) @Nullable Instant memberFrom,
            @JsonDeserialize(using = Utc.class) @Nullable Instant memberUntil)
            implements MembershipDates.Stated {

        Profile profile() {
            var stated = membership == null ? Membership.NONE : membership;
            return new Profile(name, email, phone, stated, memberFrom, memberUntil);
        }
    }

    @MembershipDates
    record Change(
            @NotBlank @Size(max = 200) @Text String name,
            @NotNull @MailAddress String email,
            @NotNull @Phone String phone,
            @NotNull Membership membership,
            @JsonDeserialize(using = Utc.class) @Nullable Instant memberFrom,
            @JsonDeserialize(using = Utc.class) @Nullable Instant memberUntil)
            implements MembershipDates.Stated {

        Profile profile() {
            return new Profile(name, email, phone, membership, memberFrom, memberUntil);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String customerId,
            String name,
            String email,
            String phone,
            Membership membership,
            @Nullable Instant memberFrom,
            @Nullable Instant memberUntil) {

        static View of(Customer customer) {
            var profile = customer.profile();
            return new View(
                    customer.customerId(),
                    profile.name(),
                    profile.email(),
                    profile.phone(),
                    profile.membership(),
                    profile.memberFrom(),
                    profile.memberUntil());
        }
    }
}
