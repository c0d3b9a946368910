package shop.contracts.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a block of lines takes an import further.
///
/// @param rejected how many lines were wrong
/// @param errors those of them that are told
/// @param nanosWorked the time that the block took
/// @param recentLines how many lines were received `recentNanos` ago
record Step(
        long lastLine,
        int lines,
        Imported imported,
        int rejected,
        List<LineError> errors,
        long nanosWorked,
        long recentLines,
        long recentNanos,
        @Nullable Long expectedLines) {}
