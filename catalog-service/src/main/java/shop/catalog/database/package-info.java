/// Plain JDBC with less ceremony.
@NullMarked
package shop.catalog.database;

import org.jspecify.annotations.NullMarked;
