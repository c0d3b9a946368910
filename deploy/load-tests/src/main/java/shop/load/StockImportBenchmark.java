package shop.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shop.local.client.Shop;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.Suite;

/// The stock of a whole shop, imported, counted again, told, and audited.
@Command(name = "stock-import", description = "Import of the stock of a million products.")
final class StockImportBenchmark implements Runnable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Option(names = "--products", defaultValue = "1000000", description = "How many (${DEFAULT-VALUE}).")
    private int products;

    @Override
    public void run() {
        var suite = Suite.startForTest(Path.of("target/benchmark").toAbsolutePath(), EnumSet.of(Service.INVENTORY));
        try (var topic = new KafkaConsumer<>(
                Map.of("bootstrap.servers", suite.address(Server.KAFKA)),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var shop = new Shop(suite.endpoints());
            follow(topic);
            System.out.printf(
                    "%n| %,d products | s | a second | memory of the service, MB |%n|---|---|---|---|%n", products);
            var begin = System.nanoTime();
            row("imported", begin, suite, () -> shop.importStock(file(100)).expectSuccess());
            row("all told (from the start)", begin, suite, () -> awaitAll(topic));
            row(
                    "counted again, all changed",
                    System.nanoTime(),
                    suite,
                    () -> shop.importStock(file(90)).expectSuccess());
            row(
                    "imported again, no change",
                    System.nanoTime(),
                    suite,
                    () -> shop.importStock(file(90)).expectSuccess());
            row("audited", System.nanoTime(), suite, () -> shop.audit().expectSuccess());
        } finally {
            suite.stop();
        }
    }

    private void row(String what, long begin, Suite suite, Runnable work) {
        work.run();
        var seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "| %s | %.1f | %,.0f | %d |%n",
                what,
                seconds,
                products / seconds,
                suite.process(Service.INVENTORY).megabytes());
    }

    private Path file(long onHand) {
        var file = Path.of("target/benchmark-stock.ndjson").toAbsolutePath();
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < products; i++) {
                out.write("{\"productId\":\"%s\",\"onHand\":%d}%n".formatted(productId(i), onHand));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String productId(int number) {
        return "STOCK-" + number;
    }

    private static void follow(KafkaConsumer<String, byte[]> topic) {
        var partitions = topic.partitionsFor("inventory.stock.v1").stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        topic.assign(partitions);
        topic.seekToBeginning(partitions);
    }

    private void awaitAll(KafkaConsumer<String, byte[]> topic) {
        var told = new BitSet(products);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (told.cardinality() < products) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%,d of %,d are told".formatted(told.cardinality(), products));
            }
            topic.poll(Duration.ofMillis(200))
                    .forEach(it -> told.set(Integer.parseInt(it.key().substring("STOCK-".length()))));
        }
    }
}
