package shop.cart.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import shop.cart.json.Json;
import shop.cart.redis.Call;
import shop.cart.redis.Redis;

/// What Redis itself says of the views that it holds. The mark of a whole set of views vanishes with them when Redis is
/// emptied; and so does the mark of a rebuild that runs at that moment, which then cannot claim to be complete.
@ApplicationScoped
class Marks {

    static final String WHOLE = "projections";
    static final String RUN = "projections-run:";
    static final String STATUS = "projections-rebuild";

    private static final String DAY = Integer.toString(24 * 60 * 60);
    private static final String MINUTE = "60";

    private static final String EXISTS = "return {tostring(redis.call('EXISTS', KEYS[1]))}";
    private static final String SET = "redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2]) return {}";
    private static final String GET = "return {redis.call('GET', KEYS[1])}";
    private static final String COMPLETE = """
            if redis.call('DEL', KEYS[1]) == 0 then return {'EMPTIED'} end
            redis.call('SET', KEYS[2], ARGV[1])
            return {'WHOLE'}
            """;

    private final Redis redis;
    private final Json json;

    Marks(Redis redis, Json json) {
        this.redis = redis;
        this.json = json;
    }

    boolean areWhole() {
        return "1".equals(redis.run(new Call(EXISTS, List.of(WHOLE))).getFirst());
    }

    void begin(String run) {
        redis.run(new Call(SET, List.of(RUN + run), run, DAY));
    }

    /// Marks the views as whole; false where Redis was emptied since the run began.
    boolean complete(String run, Instant time) {
        var answer = redis.run(new Call(COMPLETE, List.of(RUN + run, WHOLE), time.toString()));
        return "WHOLE".equals(answer.getFirst());
    }

    /// Tells every replica how a rebuild stands; one whose replica has died is soon none.
    void tell(Rebuild rebuild) {
        var kept = rebuild.state() == Rebuild.State.RUNNING ? MINUTE : DAY;
        redis.run(new Call(SET, List.of(STATUS), json.write(rebuild), kept));
    }

    Rebuild last() {
        var status = redis.run(new Call(GET, List.of(STATUS))).getFirst();
        return status == null ? Rebuild.NONE : json.read(status, Rebuild.class);
    }
}
