package shop.load.measure;

import java.time.Duration;
import java.util.List;
import shop.local.server.Server;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// Processor time of the service's processes and of PostgreSQL's.
public record Used(Duration service, Duration postgres) {

    public static Used of(Suite suite, List<ServiceProcess> replicas) {
        return new Used(
                replicas.stream().map(ServiceProcess::processorTime).reduce(Duration.ZERO, Duration::plus),
                ProcessorTimes.of(suite).byProcess().getOrDefault(Server.POSTGRES.id(), Duration.ZERO));
    }

    public Used since(Used before) {
        return new Used(service.minus(before.service), postgres.minus(before.postgres));
    }

    /// Microseconds for each of so many, as two columns of a table.
    public String each(int count) {
        return "%,.0f | %,.0f".formatted(service.toNanos() / 1e3 / count, postgres.toNanos() / 1e3 / count);
    }
}
