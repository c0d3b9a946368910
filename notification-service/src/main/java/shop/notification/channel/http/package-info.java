/// Calls to providers over HTTP: what surely did not go out is told apart from an answer that was lost.
@NullMarked
package shop.notification.channel.http;

import org.jspecify.annotations.NullMarked;
