/// The people who buy: contact data, membership, addresses. The only place of the suite that owns personal data.
@NullMarked
package shop.order.customer;

import org.jspecify.annotations.NullMarked;
