/// A client of the shop's public REST APIs, as the demo and the end-to-end tests use it.
@NullMarked
package shop.local.client;

import org.jspecify.annotations.NullMarked;
