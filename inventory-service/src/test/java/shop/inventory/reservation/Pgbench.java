package shop.inventory.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.inventory.reservation.Workload.Goods;

/// The usual design, for comparison: each reservation a transaction of its own, sent by `pgbench`, which is as quick a
/// client as there is.
@ApplicationScoped
class Pgbench {

    private static final int[] CLIENTS = {1, 2, 4, 8, 16, 32};
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final String jdbcUrl;

    Pgbench(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /// The rate of the number of clients that was the best.
    Best best(Goods goods, int lines, Duration each) {
        var program = program();
        if (program.isEmpty()) {
            return new Best(Double.NaN, 0);
        }
        return IntStream.of(CLIENTS)
                .mapToObj(clients -> new Best(rate(program, goods, lines, clients, each), clients))
                .max((a, b) -> Double.compare(a.rate(), b.rate()))
                .orElseThrow();
    }

    record Best(double rate, int clients) {
        @Override
        public String toString() {
            return clients == 0 ? "is not installed" : "%,.0f (%d)".formatted(rate, clients);
        }
    }

    private double rate(String program, Goods goods, int lines, int clients, Duration time) {
        try {
            var script = Files.writeString(Files.createTempFile("reserve", ".sql"), script(goods, lines));
            var uri = jdbcUrl.replace("jdbc:postgresql://", "postgresql://shop:shop@");
            var process = new ProcessBuilder(
                            program,
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + clients,
                            "--jobs=" + Math.min(clients, 2),
                            "--time=" + Math.max(1, time.toSeconds()),
                            "--file=" + script,
                            uri)
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes());
            Files.delete(script);
            var tps = TPS.matcher(output);
            if (!tps.find()) {
                throw new IllegalStateException(output);
            }
            return Double.parseDouble(tps.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script(Goods goods, int lines) {
        var script = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            script.append("\\set n%d random(%d, %d)%n".formatted(i, i * goods.each(), (i + 1) * goods.each() - 1));
        }
        script.append("BEGIN;\n");
        for (int i = 0; i < lines; i++) {
            script.append("""
                    UPDATE stock SET reserved = reserved + 1, version = version + 1 \
                    WHERE product_id = '%s' || lpad(:n%d::text, 6, '0') AND warehouse_id = 'MAIN' \
                    AND on_hand - reserved >= 1;
                    """.formatted(goods.prefix(), i));
        }
        var products = IntStream.range(0, lines)
                .mapToObj(i -> goods.prefix() + "000000")
                .toList();
        // A colon before a letter or digit would be a variable of pgbench.
        var json = Goods.json("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10", products).replaceAll(":(?=\\w)", ": ");
        var allocations = products.stream()
                .map("{\"productId\": \"%s\", \"warehouseId\": \"MAIN\", \"quantity\": 1}"::formatted)
                .toList();
        script.append("""
                INSERT INTO reservation (order_id, status, customer_id, fingerprint, checkout, allocations, shortages, \
                expires_at, decided_at, answered_at) VALUES (gen_random_uuid(), 'HELD', 'alice', '6c1f4f0b7d0e4a55', \
                '%s', '%s', '[]', now(), now(), now());
                """.formatted(json.replace("\n", " "), allocations));
        for (int i = 0; i < lines; i++) {
            script.append("""
                    INSERT INTO movement (kind, product_id, warehouse_id, quantity) VALUES ('RESERVED', \
                    '%s' || lpad(:n%d::text, 6, '0'), 'MAIN', 1);
                    """.formatted(goods.prefix(), i));
        }
        return script.append("COMMIT;\n").toString();
    }

    private static String program() {
        var folders = Stream.concat(Stream.of(System.getenv("PATH").split(":")).map(Path::of), debian());
        return folders.map(it -> it.resolve("pgbench"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }

    private static Stream<Path> debian() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(it -> it.resolve("bin")).toList().stream();
        } catch (IOException _) {
            return List.<Path>of().stream();
        }
    }
}
