package shop.contracts.deadletter;

import java.util.List;

/// What was replayed and what was not; of a dry run, what would be.
///
/// @param remaining letters of the topic that are not replayed yet
record Replayed(boolean dryRun, List<String> replayed, List<LeftOut> leftOut, long remaining) {

    record LeftOut(String id, String why) {}
}
