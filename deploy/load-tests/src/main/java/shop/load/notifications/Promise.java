package shop.load.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import shop.load.measure.Load;
import shop.load.measure.Wait;
import shop.local.suite.ServiceProcess;

/// Orders told at an even pace to two replicas, while providers fail and one replica dies: is everybody told,
/// once and in time?
///
/// @param events in all
/// @param dead for how long the provider of SMS is
record Promise(int events, double perSecond, int customers, Duration dead, Temper temper, long seed) {

    private static final List<String> CHANNELS = Providers.channels();

    void measure() {
        var book = new Book();
        try (var stage = new Stage(temper, book::accepted)) {
            var two = stage.replica(CHANNELS);
            try {
                measure(stage, book, stage.service(CHANNELS), two);
            } finally {
                two.stop();
            }
        }
    }

    private void measure(Stage stage, Book book, ServiceProcess one, ServiceProcess two) {
        one.start();
        two.start();
        stage.introduce(customers, one);
        var stories = new Stories(seed, customers).mixed(events);
        System.out.printf(
                "%n%,d events at %.0f a second to two replicas, the first tenth at a quarter of that; providers fail %d of 100 calls.%n",
                stories.size(), perSecond, temper.failing());
        var faults = new Faults(stage, two, time(stories));
        try (var _ = new Progress(book)) {
            faults.begin(dead);
            tell(coldOf(stories), perSecond / 4, stage, book);
            tell(stories.subList(coldOf(stories).size(), stories.size()), perSecond, stage, book);
            faults.await();
            stage.announcer().flush();
            Wait.toReach((long) stories.size() * CHANNELS.size(), stage.database()::ended);
        }
        new PromiseReport(stage.database(), book, faults).print();
        HistogramReport.of(faults.histogram(), Histogram.of(stage.rest(one)), stage.database(), book)
                .print();
    }

    /// The first tenth comes at a quarter of the pace: the processes are cold, as no shop's are at its busiest
    /// hour.
    private static List<OrderEvent> coldOf(List<OrderEvent> stories) {
        return stories.subList(0, stories.size() / 10);
    }

    private Duration time(List<OrderEvent> stories) {
        var cold = coldOf(stories).size();
        return Duration.ofMillis((long) ((4 * cold + stories.size() - cold) / perSecond * 1000));
    }

    private static void tell(List<OrderEvent> stories, double perSecond, Stage stage, Book book) {
        Load.perSecondWhile(perSecond, begun -> begun < stories.size(), number -> {
            tell(stories.get(number), stage, book);
            return true;
        });
    }

    private static void tell(OrderEvent event, Stage stage, Book book) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        book.told(event, now);
        stage.announcer().tell(event, now);
    }
}
