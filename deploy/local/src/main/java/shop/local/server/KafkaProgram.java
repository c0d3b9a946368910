package shop.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One Kafka node that is broker and controller.
record KafkaProgram(Path home, int port) implements Program {

    @Override
    public void prepare() {
        try {
            Files.createDirectories(home);
            Files.writeString(settingsFile(), settings(Addresses.freePort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Command command() {
        return Command.java(home, "-XX:+UseSerialGC", "-Xmx256m", "-Dlog4j2.level=WARN")
                .onClassPath(Distribution.classPath())
                .and(KafkaStarter.class.getName(), settingsFile().toString());
    }

    private Path settingsFile() {
        return home.resolve("server.properties");
    }

    private String settings(int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.segment.bytes=67108864
                log.cleaner.dedupe.buffer.size=4194304
                """.formatted(port, controllerPort, home.resolve("data"));
    }
}
