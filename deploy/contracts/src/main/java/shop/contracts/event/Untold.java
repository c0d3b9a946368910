package shop.contracts.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The rows of one table that have something to tell: how they are read and how they are marked told.
public interface Untold {

    /// The next untold rows, oldest first, at most `limit`. Reads and nothing else.
    List<Row> read(Connection connection, int limit) throws SQLException;

    /// Marks these rows told, each **as it was read**: a change that came in between must stay untold.
    void markTold(Connection connection, List<Row> told) throws SQLException;

    /// A row with what it has to tell.
    ///
    /// @param id identifies the row to [#markTold]
    /// @param version what of the row was read, for rows that tell their latest state; of rows that never change,
    /// which of those with this id
    record Row(String id, long version, OutgoingEvent event) {}
}
