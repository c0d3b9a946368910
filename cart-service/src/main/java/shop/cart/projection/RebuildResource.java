package shop.cart.projection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// Rebuilds the views of products and customers from the topics; where the last rebuild stands, from any replica.
@Path("/api/v1/projections/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RebuildResource {

    private final Projections projections;
    private final Marks marks;

    RebuildResource(Projections projections, Marks marks) {
        this.projections = projections;
        this.marks = marks;
    }

    /// 202, whether it begins now or after one that is under way.
    @POST
    public Response rebuild() {
        return Response.accepted(projections.rebuild())
                .location(URI.create("/api/v1/projections/rebuild"))
                .build();
    }

    @GET
    public Rebuild get() {
        return marks.last();
    }
}
