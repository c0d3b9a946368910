package shop.local.server;

import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The servers as containers, each at the port that its address names.
final class Containers {

    private Containers() {}

    static GenericContainer<?> of(Server server, Addresses addresses, boolean durable) {
        var port = addresses.portOf(server);
        return switch (server) {
            case KAFKA -> at(port, 9092, kafka());
            case POSTGRES -> at(port, 5432, postgres(durable ? "on" : "off"));
            case REDIS -> at(port, 6379, redis());
            case OPENSEARCH -> at(port, 9200, openSearch());
            case MAILBOX -> mailbox(port, addresses.smtpPort());
        };
    }

    private static GenericContainer<?> kafka() {
        return new KafkaContainer("apache/kafka-native:4.1.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    }

    private static GenericContainer<?> postgres(String fsync) {
        return new PostgreSQLContainer("postgres:18-alpine")
                .withUsername(Databases.USER)
                .withPassword(Databases.PASSWORD)
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=" + fsync);
    }

    private static GenericContainer<?> redis() {
        return new GenericContainer<>("redis:6.2-alpine")
                .withCommand("redis-server --protected-mode no --appendonly yes --appendfsync everysec"
                        + " --maxmemory-policy noeviction");
    }

    private static GenericContainer<?> openSearch() {
        return new GenericContainer<>("opensearchproject/opensearch:3.8.0")
                .withEnv("discovery.type", "single-node")
                .withEnv("action.auto_create_index", "false")
                .withEnv("DISABLE_SECURITY_PLUGIN", "true")
                .withEnv("DISABLE_INSTALL_DEMO_CONFIG", "true")
                .withEnv(OpenSearchProgram.SEARCH_SETTINGS)
                .withEnv("OPENSEARCH_JAVA_OPTS", "-Xms%1$s -Xmx%1$s".formatted(OpenSearchProgram.heap()));
    }

    private static GenericContainer<?> mailbox(int port, int smtpPort) {
        var mailbox = new GenericContainer<>("greenmail/standalone:2.1.13")
                .withEnv(
                        "GREENMAIL_OPTS",
                        "-Dgreenmail.setup.test.smtp -Dgreenmail.hostname=0.0.0.0 -Dgreenmail.auth.disabled")
                .withExposedPorts(8080, 3025);
        mailbox.setPortBindings(List.of(binding(port, 8080), binding(smtpPort, 3025)));
        return mailbox;
    }

    private static GenericContainer<?> at(int port, int inside, GenericContainer<?> container) {
        container.addExposedPort(inside);
        container.setPortBindings(List.of(binding(port, inside)));
        return container;
    }

    private static String binding(int port, int inside) {
        return "127.0.0.1:" + port + ":" + inside;
    }
}
