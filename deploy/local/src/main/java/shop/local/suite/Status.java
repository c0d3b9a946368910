package shop.local.suite;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import shop.local.server.Refusal;
import shop.local.server.Server;

@Command(name = "status", description = "Shows each process; fails unless all are ready.")
final class Status implements Callable<Integer> {

    private static final String LINE = "%-14s %10s %9s  %s";

    @Override
    public Integer call() {
        var suite = Home.suite().orElseThrow(() -> new Refusal("Nothing was started here. To start: ./shop up"));
        System.out.println(LINE.formatted("", "process", "memory", "state"));
        var rows = Stream.concat(
                        Stream.of(Server.values()).map(it -> row(suite, it)),
                        Stream.of(Service.values()).map(it -> row(suite, it)))
                .peek(System.out::println)
                .toList();
        System.out.println(
                LINE.formatted("all", "", rows.stream().mapToInt(Row::megabytes).sum() + " MB", ""));
        return rows.stream().allMatch(Row::ready) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static Row row(Suite suite, Server server) {
        var managed = suite.server(server);
        return new Row(server.id(), managed.process(), managed.isRunning(), managed.isReady());
    }

    private static Row row(Suite suite, Service service) {
        var process = suite.process(service);
        return new Row(service.id(), process.process(), process.process().isPresent(), process.isReady());
    }

    private record Row(String name, Optional<ProcessHandle> process, boolean running, boolean ready) {

        int megabytes() {
            return process.map(Memory::megabytesOf).orElse(0);
        }

        @Override
        public String toString() {
            var pid = process.map(it -> Long.toString(it.pid())).orElse("-");
            var state = !running ? "down" : (ready ? "ready" : "not ready");
            return LINE.formatted(name, pid, megabytes() + " MB", state);
        }
    }
}
