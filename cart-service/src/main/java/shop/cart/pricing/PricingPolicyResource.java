package shop.cart.pricing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Cursor;
import shop.contracts.http.Page;
import shop.contracts.http.Preconditions;
import shop.contracts.http.Problems;

/// The pricing policy, changed while the shop runs, with its history.
@Path("/api/v1/pricing/policy")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PricingPolicyResource {

    /// Who asks, as a gateway that authenticates says it; this service trusts whoever can reach it.
    private static final String USER = "X-Forwarded-User";
    private static final int LONGEST_USER = 255;

    private final PricingPolicies policies;
    private final CurrentPolicy current;

    PricingPolicyResource(PricingPolicies policies, CurrentPolicy current) {
        this.policies = policies;
        this.current = current;
    }

    @GET
    public Response get() {
        return answer(policies.newest());
    }

    @PUT
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(USER) @Nullable String user,
            @NotNull @Valid PricingPolicy policy) {
        var changedBy = checked(user);
        var before = policies.newest();
        Preconditions.ifMatch(ifMatch, before.version());
        var added = policies.addAfter(before.version(), policy, changedBy);
        if (added.isEmpty()) {
            throw Preconditions.stale(String.valueOf(ifMatch), policies.newest().version());
        }
        current.set(added.get());
        return answer(added.get());
    }

    @GET
    @Path("history")
    public Page<PolicyVersion> history(
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var found = policies.before(versionAt(cursor), limit + 1);
        return Page.of(found, limit, it -> Long.toString(it.version()));
    }

    private static Response answer(PolicyVersion policy) {
        return Response.ok(policy)
                .header(HttpHeaders.ETAG, Preconditions.etag(policy.version()))
                .build();
    }

    private static String checked(@Nullable String user) {
        if (user == null || user.isBlank()) {
            return "unknown";
        }
        if (user.length() > LONGEST_USER) {
            throw Problems.invalid(USER, "must have at most %d characters".formatted(LONGEST_USER));
        }
        return user;
    }

    private static long versionAt(@Nullable String cursor) {
        var version = Cursor.read(cursor);
        try {
            return version == null ? Long.MAX_VALUE : Long.parseLong(version);
        } catch (NumberFormatException _) {
            throw Problems.invalid("cursor", "is not one that a page gave");
        }
    }
}
