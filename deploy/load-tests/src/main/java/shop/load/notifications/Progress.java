package shop.load.notifications;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/// Says every ten seconds how far it is.
final class Progress implements AutoCloseable {

    private static final int EVERY = 10;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final long begin = System.nanoTime();
    private final Book book;

    Progress(Book book) {
        this.book = book;
        clock.scheduleAtFixedRate(this::print, EVERY, EVERY, SECONDS);
    }

    @Override
    public void close() {
        clock.close();
        print();
    }

    private void print() {
        var wanted = book.events() * Providers.channels().size();
        var accepted = Providers.channels().stream()
                .map(it -> "%s %,d".formatted(it, book.accepted(it)))
                .collect(Collectors.joining(", "));
        System.out.printf(
                "%4.0f s: %,d events sent; accepted %s; on their way %,d%n",
                (System.nanoTime() - begin) / 1e9, book.events(), accepted, wanted - book.accepted());
    }
}
