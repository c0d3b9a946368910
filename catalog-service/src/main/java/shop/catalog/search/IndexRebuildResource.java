package shop.catalog.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import shop.contracts.http.Problems;

/// Rebuilds the search index beside the one that serves; how the latest rebuild stands, from any replica.
@Path("/api/v1/search/index/rebuild")
@RunOnVirtualThread
class IndexRebuildResource {

    private static final URI LOCATION = URI.create("/api/v1/search/index/rebuild");
    private static final int RETRY_AFTER_SECONDS = 30;

    private final IndexCare care;
    private final IndexRebuilds rebuilds;

    IndexRebuildResource(IndexCare care, IndexRebuilds rebuilds) {
        this.care = care;
        this.rebuilds = rebuilds;
    }

    /// Begins a rebuild and does not wait for it.
    @POST
    @APIResponse(responseCode = "202", description = "It has begun; its progress is at Location")
    @APIResponse(responseCode = "409", description = "One runs, here or on another replica")
    public Response rebuild() {
        if (!care.rebuild()) {
            throw Problems.conflict("rebuild-running", "The index is being rebuilt", "Read its progress at " + LOCATION)
                    .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                    .build();
        }
        return Response.accepted(rebuilds.latest()).location(LOCATION).build();
    }

    /// How far it is.
    @GET
    public IndexRebuild progress() {
        return rebuilds.latest();
    }
}
