/// The servers that the shop stands on: Kafka, PostgreSQL, Redis, OpenSearch and a mailbox.
@NullMarked
package shop.local.server;

import org.jspecify.annotations.NullMarked;
