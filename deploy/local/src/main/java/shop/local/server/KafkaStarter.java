package shop.local.server;

import kafka.Kafka;
import kafka.tools.StorageTool;

/// Formats Kafka's storage where that is still to be done, then runs Kafka; in one JVM, because starting one takes
/// long.
final class KafkaStarter {

    private static final String CLUSTER_ID = "c2hvcC1vbi10aGlzLW1hYw";

    private KafkaStarter() {}

    static void main(String[] settingsFile) {
        String[] format = {"format", "--ignore-formatted", "--cluster-id", CLUSTER_ID, "--config", settingsFile[0]};
        var failed = StorageTool.execute(format, System.out);
        if (failed != 0) {
            System.exit(failed);
        }
        Kafka.main(settingsFile);
    }
}
