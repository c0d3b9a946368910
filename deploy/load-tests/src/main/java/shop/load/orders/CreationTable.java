package shop.load.orders;

import java.util.List;
import shop.load.measure.Used;
import shop.local.suite.Service;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// How fast a backlog of reserved checkouts becomes orders, and these are paid: by one replica, then by two.
///
/// @param count of the checkouts
/// @param lines of each; measured with each of these
record CreationTable(Suite suite, Backlog backlog, OrderNews news, int count, List<Integer> lines) {

    /// The first backlog of each number of replicas is not measured: it warms them up.
    void print(String where) {
        System.out.printf("""

                Orders created of a backlog of %,d, %s.
                | lines | replicas | placed/s | placed and paid/s | processor time of the service, us each | of PostgreSQL |
                |---|---|---|---|---|---|
                """, count, where);
        var one = suite.process(Service.ORDER);
        rows(List.of(one));
        var two = suite.replica(Service.ORDER);
        try {
            two.start();
            rows(List.of(one, two));
        } finally {
            two.stop();
        }
    }

    private void rows(List<ServiceProcess> replicas) {
        measure(lines.getFirst(), replicas);
        lines.forEach(it -> System.out.println(measure(it, replicas)));
    }

    /// The backlog is built while the service is frozen, so that nobody else needs the processors.
    private String measure(int lines, List<ServiceProcess> replicas) {
        replicas.forEach(ServiceProcess::pause);
        backlog.send(count, lines);
        var before = Used.of(suite, replicas);
        var begin = System.nanoTime();
        replicas.forEach(ServiceProcess::resume);
        news.await(OrderNews.PLACED, count);
        news.await(OrderNews.CONFIRMED, count);
        var used = Used.of(suite, replicas).since(before);
        return "| %d | %d | %,.0f | %,.0f | %s |"
                .formatted(
                        lines,
                        replicas.size(),
                        perSecond(OrderNews.PLACED, begin),
                        perSecond(OrderNews.CONFIRMED, begin),
                        used.each(count));
    }

    private double perSecond(String type, long begin) {
        return count / ((news.last(type) - begin) / 1e9);
    }
}
