package shop.catalog.category;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shop.contracts.Text;
import shop.contracts.http.Cursor;
import shop.contracts.http.Idempotent;
import shop.contracts.http.Page;
import shop.contracts.http.Problems;

@Path("/api/v1/categories")
@RunOnVirtualThread
class CategoryResource {

    private final Categories categories;

    CategoryResource(Categories categories) {
        this.categories = categories;
    }

    @GET
    public Page<Category> list(
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var after = Objects.requireNonNullElse(Cursor.read(cursor), "");
        return Page.of(categories.after(after, limit + 1), limit, Category::category);
    }

    @GET
    @Path("{category}")
    public Category get(@PathParam("category") @Text String category) {
        return categories.named(category).orElseThrow(() -> Problems.notFound("category", category));
    }

    @POST
    @Idempotent
    public Response add(@NotNull @Valid Category category) {
        if (!categories.add(category)) {
            throw Problems.conflict(
                            "category-exists", "There is such a category", "%s exists".formatted(category.category()))
                    .with("field", "category")
                    .build();
        }
        return Response.created(URI.create("/api/v1/categories/" + category.category()))
                .entity(category)
                .build();
    }
}
