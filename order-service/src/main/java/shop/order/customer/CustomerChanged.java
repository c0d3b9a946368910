package shop.order.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer as they are now, on `order.customers.v1`; where erased, without any data.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerChanged(
        String customerId,
        long version,
        boolean erased,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Membership membership,
        @Nullable Instant memberFrom,
        @Nullable Instant memberUntil) {}
