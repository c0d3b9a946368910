/// Slack, for the shop's own people; also the example of a channel of one's own. One class that is both notifier and
/// provider is all: nothing outside this folder knows of it.
@NullMarked
package shop.notification.channel.slack;

import org.jspecify.annotations.NullMarked;
