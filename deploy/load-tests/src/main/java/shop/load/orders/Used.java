package shop.load.orders;

import java.time.Duration;
import java.util.List;
import shop.load.measure.ProcessorTimes;
import shop.local.server.Server;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// Processor time of the service's processes and of PostgreSQL's.
record Used(Duration service, Duration postgres) {

    static Used of(Suite suite, List<ServiceProcess> replicas) {
        return new Used(
                replicas.stream().map(ServiceProcess::processorTime).reduce(Duration.ZERO, Duration::plus),
                ProcessorTimes.of(suite).byProcess().getOrDefault(Server.POSTGRES.id(), Duration.ZERO));
    }

    Used since(Used before) {
        return new Used(service.minus(before.service), postgres.minus(before.postgres));
    }

    /// Microseconds for each of so many, as two columns of a table.
    String each(int count) {
        return "%,.0f | %,.0f".formatted(service.toNanos() / 1e3 / count, postgres.toNanos() / 1e3 / count);
    }
}
