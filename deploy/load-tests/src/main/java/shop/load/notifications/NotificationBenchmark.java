package shop.load.notifications;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// The notification-service alone, before providers in this process. Each part begins with a suite of its own.
@Command(name = "notifications", description = "The notification-service alone: its promise, throughput, memory.")
public final class NotificationBenchmark implements Callable<Integer> {

    @Option(names = "--promise", description = "Is everybody told in time, whatever fails? All parts if none is named.")
    private boolean promise;

    @Option(names = "--throughput", description = "Messages a second on each channel alone.")
    private boolean throughput;

    @Option(names = "--memory", description = "Memory over many messages.")
    private boolean memory;

    @Option(names = "--events", defaultValue = "100000", description = "Of the promise (${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--per-second", defaultValue = "250", description = "Events of the promise (${DEFAULT-VALUE}).")
    private double perSecond;

    @Option(
            names = "--dead-seconds",
            defaultValue = "60",
            description = "Of the provider of SMS in the promise (${DEFAULT-VALUE}).")
    private int deadSeconds;

    @Option(
            names = "--failing",
            defaultValue = "5",
            description = "Of 100 calls in the promise that providers fail (${DEFAULT-VALUE}).")
    private int failing;

    @Option(names = "--backlog", defaultValue = "20000", description = "Events of the throughput (${DEFAULT-VALUE}).")
    private int backlog;

    @Option(names = "--memory-events", defaultValue = "1000000", description = "Of the memory (${DEFAULT-VALUE}).")
    private int memoryEvents;

    @Option(
            names = "--memory-every",
            defaultValue = "50000",
            description = "How many messages memory is looked at (${DEFAULT-VALUE}).")
    private int memoryEvery;

    @Option(
            names = "--provider-millis",
            defaultValue = "5",
            description = "That a provider takes for each call (${DEFAULT-VALUE}).")
    private int providerMillis;

    @Option(names = "--customers", defaultValue = "1000", description = "Who are told (${DEFAULT-VALUE}).")
    private int customers;

    @Option(names = "--heap", defaultValue = "192m", description = "Of each replica (${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(names = "--seed", defaultValue = "1", description = "Of what is drawn (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        System.setProperty("shop.notification.heap", heap);
        System.out.printf(
                "%n%d processors; heap of each replica at most %s%n",
                Runtime.getRuntime().availableProcessors(), heap);
        var all = !promise && !throughput && !memory;
        if (promise || all) {
            new Promise(events, perSecond, customers, Duration.ofSeconds(deadSeconds), temper(failing), seed).measure();
        }
        if (throughput || all) {
            new ThroughputTable(backlog, customers, temper(0), seed).print();
        }
        if (memory || all) {
            new MemoryTable(memoryEvents, memoryEvery, customers, temper(0), seed).print();
        }
        return ExitCode.OK;
    }

    private Temper temper(int failing) {
        return new Temper(Duration.ofMillis(providerMillis), failing, new Random(seed));
    }
}
