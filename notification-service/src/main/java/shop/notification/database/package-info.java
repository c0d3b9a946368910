/// Plain JDBC with less ceremony, inside the transaction that runs.
@NullMarked
package shop.notification.database;

import org.jspecify.annotations.NullMarked;
