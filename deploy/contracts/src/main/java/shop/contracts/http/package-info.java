/// The conventions of every REST API of the shop: problems, pages, preconditions, idempotency keys.
@NullMarked
package shop.contracts.http;

import org.jspecify.annotations.NullMarked;
