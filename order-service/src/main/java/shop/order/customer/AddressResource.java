package shop.order.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Ids;
import shop.contracts.Text;
import shop.contracts.http.Cursor;
import shop.contracts.http.Idempotent;
import shop.contracts.http.Page;

/// A customer's addresses. An order keeps a copy of the one it goes to.
@Path("/api/v1/customers/{customerId}/addresses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AddressResource {

    private final Customers customers;
    private final Addresses addresses;

    AddressResource(Customers customers, Addresses addresses) {
        this.customers = customers;
        this.addresses = addresses;
    }

    @GET
    public Page<View> list(
            @PathParam("customerId") @Id String customerId,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        customers.get(customerId);
        var after = Cursor.read(cursor);
        var found = addresses.of(customerId, after == null ? "" : after, limit + 1);
        return Page.of(found, limit, Addresses.Named::addressId).map(View::of);
    }

    /// Answers the id alone, as answers are kept for repeats of the request.
    @POST
    @Idempotent
    public Response add(@PathParam("customerId") @Id String customerId, @NotNull @Valid NewAddress body) {
        var addressId = body.addressId() == null ? Ids.next().toString() : body.addressId();
        addresses.add(customerId, addressId, body.address());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("addressId", addressId))
                .build();
    }

    @DELETE
    @Path("/{addressId}")
    public void remove(@PathParam("customerId") @Id String customerId, @PathParam("addressId") @Id String addressId) {
        customers.get(customerId);
        addresses.remove(customerId, addressId);
    }

    record NewAddress(
            @Nullable @Id String addressId,
            @NotBlank @Size(max = 200) @Text String recipient,
            @NotBlank @Size(max = 200) @Text String street,
            @NotBlank @Size(max = 200) @Text String postalCode,
            @NotBlank @Size(max = 200) @Text String city,
            @Nullable @Size(min = 1, max = 200) @Text String region,
            @NotNull @Country String country) {

        Address address() {
            return new Address(recipient, street, postalCode, city, region, country);
        }
    }

    record View(String addressId, @JsonUnwrapped Address address) {

        static View of(Addresses.Named named) {
            return new View(named.addressId(), named.address());
        }
    }
}
