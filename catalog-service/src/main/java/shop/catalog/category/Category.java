package shop.catalog.category;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.contracts.Text;

/// A kind of products.
///
/// @param category its id, as products name it
/// @param name what customers read
public record Category(
        @NotNull
        @Pattern(
                regexp = "[A-Z][A-Z0-9_]{1,39}",
                message = "must be 2 to 40 capital letters, digits or '_', the first a letter")
        String category,

        @NotBlank @Size(max = 100) @Text String name) {}
