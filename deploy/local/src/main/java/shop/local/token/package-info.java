/// What an identity provider does for a real deployment: keys, and tokens that are signed with them.
@NullMarked
package shop.local.token;

import org.jspecify.annotations.NullMarked;
