package shop.cart.load;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.cart.load.Admission.State.ADMITTED;
import static shop.cart.load.Admission.State.REFUSED;
import static shop.cart.load.Admission.State.WAITING;
import static shop.cart.load.Kind.CHANGES;
import static shop.cart.load.Kind.CHECKOUTS;
import static shop.cart.load.Kind.READS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import shop.cart.load.Admission.Turn;

class AdmissionTest {

    private static final int LIMIT = 4;
    private static final int QUEUE = 2;
    private static final Map<Kind, Integer> LIMITS = Map.of(CHECKOUTS, LIMIT, CHANGES, 3, READS, 2);

    private final Admission admission = new Admission(LIMIT, LIMITS, QUEUE);
    private final List<String> admitted = new ArrayList<>();

    @Test
    void readers_are_refused_while_checkouts_still_get_in() {
        enter(READS, QUEUE + 2);

        assertThat(turn(READS, "reader").enter()).isEqualTo(REFUSED);
        assertThat(turn(CHECKOUTS, "buyer").enter()).isEqualTo(ADMITTED);
    }

    @Test
    void a_free_place_goes_to_the_most_urgent_and_there_to_who_came_first() {
        var inside = enter(CHECKOUTS, LIMIT);
        turn(READS, "reader").enter();
        turn(CHANGES, "changer").enter();
        turn(CHECKOUTS, "first buyer").enter();
        turn(CHECKOUTS, "second buyer").enter();

        inside.forEach(Turn::leave);

        assertThat(admitted).containsExactly("first buyer", "second buyer", "changer", "reader");
    }

    @Test
    void who_waited_in_vain_is_refused_and_never_admitted() {
        var inside = enter(CHECKOUTS, LIMIT);
        var waits = turn(CHECKOUTS, "impatient");
        assertThat(waits.enter()).isEqualTo(WAITING);

        assertThat(waits.giveUp()).isTrue();
        inside.forEach(Turn::leave);

        assertThat(waits.giveUp()).isFalse();
        assertThat(admitted).isEmpty();
    }

    @Test
    void who_hangs_up_gives_the_place_back_once() {
        var inside = enter(CHECKOUTS, LIMIT);

        inside.getFirst().leave();
        inside.getFirst().leave();

        assertThat(admission.inside()).isEqualTo(LIMIT - 1);
    }

    @Test
    void who_hangs_up_while_waiting_is_not_admitted() {
        var inside = enter(CHECKOUTS, LIMIT);
        var gone = turn(CHECKOUTS, "gone");
        gone.enter();
        gone.leave();

        inside.getFirst().leave();

        assertThat(admitted).isEmpty();
        assertThat(admission.inside()).isEqualTo(LIMIT - 1);
    }

    /// A step is a kind that enters, or one of those who came earlier that leaves or gives up.
    @Property
    void whatever_happens_no_limit_is_passed_nobody_waits_beside_a_free_place_and_all_places_come_back(
            @ForAll @Size(max = 200) List<@IntRange(max = 89) Integer> steps) {
        var all = new Admission(LIMIT, LIMITS, QUEUE);
        var turns = new ArrayList<Turn>();

        for (int step : steps) {
            take(step, all, turns);

            assertThat(all.inside()).isBetween(0, LIMIT);
            for (var kind : Kind.values()) {
                assertThat(all.inside(kind)).isBetween(0, LIMITS.get(kind));
                assertThat(all.waiting(kind)).isBetween(0, QUEUE);
                var room = all.inside() < LIMIT && all.inside(kind) < LIMITS.get(kind);
                assertThat(room && all.waiting(kind) > 0).isFalse();
            }
        }
        turns.forEach(Turn::leave);
        turns.forEach(Turn::leave);
        assertThat(all.inside()).isZero();
    }

    private static void take(int step, Admission all, List<Turn> turns) {
        if (step < 30 || turns.isEmpty()) {
            var turn = all.turn(Kind.values()[step % 3], () -> {});
            turn.enter();
            turns.add(turn);
        } else if (step < 75) {
            turns.get(step % turns.size()).leave();
        } else {
            turns.get(step % turns.size()).giveUp();
        }
    }

    private List<Turn> enter(Kind kind, int times) {
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < times; i++) {
            turns.add(turn(kind, kind + " " + i));
            turns.getLast().enter();
        }
        return turns;
    }

    private Turn turn(Kind kind, String name) {
        return admission.turn(kind, () -> admitted.add(name));
    }
}
