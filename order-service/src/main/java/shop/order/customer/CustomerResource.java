package shop.order.customer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Ids;
import shop.contracts.Text;
import shop.contracts.http.Idempotent;
import shop.contracts.http.Preconditions;

/// Registers customers, changes and erases them.
@Path("/api/v1/customers")
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

    record Registration(
            @Nullable @Id String customerId,
            @NotBlank @Size(max = 200) @Text String name,
            @NotBlank @Email @Size(max = 254) String email,

            @NotNull @Pattern(regexp = Change.PHONE, message = Change.PHONE_MESSAGE)
            String phone,

            @Nullable Membership membership) {

        Profile profile() {
            return new Profile(name, email, phone, membership == null ? Membership.NONE : membership);
        }
    }

    record Change(
            @NotBlank @Size(max = 200) @Text String name,
            @NotBlank @Email @Size(max = 254) String email,

            @NotNull @Pattern(regexp = PHONE, message = PHONE_MESSAGE)
            String phone,

            @NotNull Membership membership) {

        static final String PHONE = "\\+[1-9][0-9]{6,14}";
        static final String PHONE_MESSAGE = "must be like +4915112345678: +, country code, number";

        Profile profile() {
            return new Profile(name, email, phone, membership);
        }
    }

    record View(String customerId, String name, String email, String phone, Membership membership) {

        static View of(Customer customer) {
            var profile = customer.profile();
            return new View(
                    customer.customerId(), profile.name(), profile.email(), profile.phone(), profile.membership());
        }
    }
}
