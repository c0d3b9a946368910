package shop.catalog.search;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// How rebuilds of the index are run.
@ConfigMapping(prefix = "shop.search.rebuild")
interface RebuildSettings {

    /// How long after its last sign of life a rebuild is taken to be dead; many times as long as a look takes to come.
    Duration lease();

    /// How long OpenSearch or Kafka may be away before a rebuild fails.
    Duration patience();

    /// How long after a failure it is tried again, if the index needs it.
    Duration pause();

    /// How long it rests after each batch, measured by the time which that took: 1 leaves half of the time to searches.
    double rest();

    /// How long the old index stays after the switch, for searches that are still at it.
    Duration grace();
}
