package shop.load.notifications;

import java.time.Instant;
import java.util.List;
import shop.load.measure.Used;
import shop.load.measure.Wait;
import shop.local.suite.ServiceProcess;

/// How fast a backlog is told on one channel at a time: by one replica, then by two.
///
/// @param backlog events
record ThroughputTable(int backlog, int customers, Temper temper, long seed) {

    void print() {
        var stories = new Stories(seed, customers);
        var arrivals = new Arrivals(backlog);
        try (var stage = new Stage(temper, arrivals::accepted)) {
            introduce(stage);
            System.out.printf("""

                    A backlog of %,d events, each channel alone; providers answer after %d ms.
                    | channel | replicas | messages/s | of the second half | processor time of the service, us each | \
                    of PostgreSQL |
                    |---|---|---|---|---|---|
                    """, backlog, temper.latency().toMillis());
            for (var channel : Providers.channels()) {
                var one = stage.service(List.of(channel));
                row(channel, stage, stories, arrivals, List.of(one));
                row(channel, stage, stories, arrivals, List.of(one, stage.replica(List.of(channel))));
            }
        }
    }

    private void introduce(Stage stage) {
        var service = stage.service(Providers.channels());
        service.start();
        stage.introduce(customers, service);
        service.stop();
    }

    private void row(String channel, Stage stage, Stories stories, Arrivals arrivals, List<ServiceProcess> replicas) {
        var events = stories.mixed(backlog);
        events.forEach(it -> stage.announcer().tell(it, Instant.now()));
        stage.announcer().flush();
        arrivals.clear();
        try {
            replicas.forEach(ServiceProcess::launch);
            System.out.println(measure(channel, stage, arrivals, replicas, events.size()));
        } finally {
            replicas.forEach(ServiceProcess::stop);
        }
    }

    /// From the first message on: what the processes needed to start does not count.
    private static String measure(
            String channel, Stage stage, Arrivals arrivals, List<ServiceProcess> replicas, int count) {
        Wait.toReach(1, arrivals::count);
        var already = arrivals.count();
        var before = Used.of(stage.suite(), replicas);
        if (!Wait.toReach(count, arrivals::count)) {
            return "| %s | %d | only %,d of %,d came | | | |"
                    .formatted(channel, replicas.size(), arrivals.count(), count);
        }
        var used = Used.of(stage.suite(), replicas).since(before);
        return "| %s | %d | %,.0f | %,.0f | %s |"
                .formatted(
                        channel,
                        replicas.size(),
                        arrivals.perSecond(0, count - 1),
                        arrivals.perSecond(count / 2, count - 1),
                        used.each(count - already));
    }
}
