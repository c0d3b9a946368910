package shop.load.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.local.server.Server;
import shop.local.suite.Service;
import shop.local.suite.Suite;

/// How long each process of a suite has kept a processor busy, in the order of the checkout's way; the load's own
/// process, which this one is, comes last.
public record ProcessorTimes(Map<String, Duration> byProcess) {

    public static ProcessorTimes of(Suite suite) {
        var times = new LinkedHashMap<String, Duration>();
        for (var service : Service.values()) {
            times.put(service.id(), suite.process(service).processorTime());
        }
        for (var server : Server.values()) {
            suite.server(server).process().ifPresent(it -> times.put(server.id(), ofFamily(it)));
        }
        times.put("load", of(ProcessHandle.current()).orElse(Duration.ZERO));
        return new ProcessorTimes(times);
    }

    public ProcessorTimes since(ProcessorTimes before) {
        var times = new LinkedHashMap<String, Duration>();
        byProcess.forEach((process, time) ->
                times.put(process, time.minus(before.byProcess().getOrDefault(process, Duration.ZERO))));
        return new ProcessorTimes(times);
    }

    /// In milliseconds for each of so many; those that did nothing are left out.
    public String each(int count) {
        return byProcess.entrySet().stream()
                .filter(it -> it.getValue().isPositive())
                .map(it -> "%s %.2f".formatted(it.getKey(), it.getValue().toNanos() / 1e6 / count))
                .collect(Collectors.joining(", "));
    }

    public Duration total() {
        return byProcess.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /// PostgreSQL works in its children.
    private static Duration ofFamily(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(it -> of(it).stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Optional<Duration> of(ProcessHandle process) {
        return process.info().totalCpuDuration();
    }
}
