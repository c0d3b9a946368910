package shop.cart.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// The checkouts of this replica that have no outcome yet, and how many of them there may be.
///
/// The limit rises a little in each window in which checkouts are quick and it is used, and falls by a share when more
/// than one in twenty (so the p95) is slow: those that ended, and those that should have. In between, from three
/// quarters of what is slow, it stays: what rises goes on rising for as long as a checkout takes. It looks again only
/// at checkouts let in since it fell, because the older ones cannot know. If nothing ends any more at all, it falls to
/// its minimum at once; what was let in and never ends is forgotten after a while, so a few try again and again.
///
/// Netflix' concurrency-limits has the same rule, but looks only when something ends: not at all when all stand still.
///
/// Plain Java: times are nanoseconds of a clock that the caller has. Not for several threads at once.
final class CheckoutFlow {

    /// What it decides by.
    ///
    /// @param slow a checkout longer than this is slow
    /// @param lost after so long an outcome is not expected any more
    /// @param min the limit is never below this
    /// @param max the limit is never above this
    record Rules(Duration slow, Duration lost, int min, int max) {}

    private static final long WINDOW_NANOS = Duration.ofMillis(500).toNanos();
    private static final double DECREASE = 0.7;

    /// The part of the maximum that it starts with: it has seen nothing yet.
    private static final int START = 4;

    private static final int ONE_IN = 20;

    private final Rules rules;
    private final Map<String, Long> inFlight = new LinkedHashMap<>(); // The oldest first.
    private final long slowNanos;
    private final long lostNanos;
    private int limit;
    private long windowBegan;
    private long fellAt;
    private int ended;
    private int judged;
    private int slow;
    private int nearlySlow;
    private int most;
    private boolean refused;

    CheckoutFlow(Rules rules, long now) {
        this.rules = rules;
        this.slowNanos = rules.slow().toNanos();
        this.lostNanos = rules.lost().toNanos();
        this.limit = within(rules.max() / START);
        this.windowBegan = now;
        this.fellAt = now - 1;
    }

    int limit() {
        return limit;
    }

    int inFlight() {
        return inFlight.size();
    }

    boolean contains(String id) {
        return inFlight.containsKey(id);
    }

    /// False where there is no room for it.
    boolean begin(String id, long now) {
        forgetLost(now);
        adjust(now);
        if (inFlight.size() >= limit) {
            refused = true;
            return false;
        }
        inFlight.put(id, now);
        most = Math.max(most, inFlight.size());
        return true;
    }

    /// It did not begin after all.
    void cancel(String id) {
        inFlight.remove(id);
    }

    /// Returns how long it took, in nanoseconds, unless it is not, or no longer, one of these.
    OptionalLong end(String id, long now) {
        var began = inFlight.remove(id);
        if (began == null) {
            return OptionalLong.empty();
        }
        ended++;
        judge(began, now);
        adjust(now);
        return OptionalLong.of(now - began);
    }

    private void judge(long began, long now) {
        if (began - fellAt > 0) {
            judged++;
            slow += now - began > slowNanos ? 1 : 0;
            nearlySlow += now - began > slowNanos / 4 * 3 ? 1 : 0;
        }
    }

    private void forgetLost(long now) {
        var oldest = inFlight.values().iterator();
        while (oldest.hasNext()) {
            var began = oldest.next();
            if (now - began <= lostNanos) {
                return;
            }
            judge(began, now);
            oldest.remove();
        }
    }

    private void adjust(long now) {
        if (now - windowBegan < WINDOW_NANOS) {
            return;
        }
        var overdue = overdue(now);
        if (most > rules.min() && ended == 0 && overdue > 0) {
            fall(rules.min(), now);
        } else if (slow * ONE_IN > judged) {
            fallFrom(Math.min(limit, most), now);
        } else if (judged > 0 && nearlySlow * ONE_IN <= judged && (refused || most * 2 > limit)) {
            limit = within(limit + rules.min());
        }
        windowBegan = now;
        ended = judged = slow = nearlySlow = 0;
        most = inFlight.size();
        refused = false;
    }

    /// How many should have ended by now. Those let in since the limit fell are judged, too.
    private int overdue(long now) {
        var overdue = 0;
        for (var began : inFlight.values()) {
            if (now - began <= slowNanos) {
                break;
            }
            overdue++;
            judge(began, now);
        }
        return overdue;
    }

    /// As long as no more than the minimum are in flight, fewer would not make them quicker.
    private void fallFrom(int used, long now) {
        if (used > rules.min()) {
            fall((int) (used * DECREASE), now);
        }
    }

    private void fall(int to, long now) {
        limit = within(to);
        fellAt = now;
    }

    private int within(int wanted) {
        return Math.clamp(wanted, Math.min(rules.min(), rules.max()), rules.max());
    }
}
