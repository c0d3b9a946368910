/// What the services promise one another and the world: topics, ids, money.
///
/// Only contracts and conventions live here, never a rule of one service's domain.
@NullMarked
package shop.contracts;

import org.jspecify.annotations.NullMarked;
