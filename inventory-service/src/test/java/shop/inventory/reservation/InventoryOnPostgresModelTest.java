package shop.inventory.reservation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.inventory.Shop;
import shop.inventory.allocation.RegionFirst;
import shop.inventory.stock.StockDesk;
import shop.local.test.WithServers;

/// The model of [InventoryModelTest] against the real beans and the real database; who dies, dies before a statement,
/// at the commit, or with answers that were not sent. `-Dshop.model.tries=N` runs so many sequences, and
/// `-Dshop.model.seed=N` those that failed.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class InventoryOnPostgresModelTest {

    private static final int TRIES = Integer.getInteger("shop.model.tries", 200);
    private static final long SEED = Long.getLong("shop.model.seed", System.nanoTime());

    @Inject
    Shop shop;

    @Inject
    DataSource database;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    StockLocks locks;

    @Inject
    StockDesk desk;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void begin_warehouses() {
        for (int i = 0; i < ModelCommand.WAREHOUSES; i++) {
            shop.execute(
                    "INSERT INTO warehouse (warehouse_id, name, region, priority) VALUES (?, 'Of a model', ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    "MODEL-" + i,
                    InventoryModel.REGIONS.get(i),
                    i);
        }
    }

    @Test
    void the_promises_hold_after_every_step() {
        JqwikSession.run(() -> {
            var sequences = ModelCommand.sequences().generator(1000);
            var seeds = new Random(SEED);
            for (int i = 0; i < TRIES; i++) {
                run(sequences, TRIES == 1 ? SEED : seeds.nextLong());
            }
        });
    }

    private void run(RandomGenerator<List<ModelCommand>> sequences, long seed) {
        var commands = sequences.next(new Random(seed)).value();
        try {
            inventory().run(commands);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("-Dshop.model.tries=1 -Dshop.model.seed=%d: %s".formatted(seed, commands), e);
        }
    }

    private PostgresInventory inventory() {
        var source = new FailingSource(database, transactions);
        var sql = new Sql(source.source());
        var rows = StockDesk.rowsIn(sql);
        var ledger = StockDesk.ledgerIn(sql);
        var reservations = new Reservations(sql, json);
        return new PostgresInventory(
                new Sql(database),
                source,
                model -> new ReserveStock(
                        locks,
                        sql,
                        rows,
                        reservations,
                        ledger,
                        clock(model::now),
                        new SimpleMeterRegistry(),
                        new RegionFirst()),
                new FollowOrders(sql, rows, reservations, ledger),
                new Reservations(new Sql(database), json),
                desk,
                json);
    }

    private static Clock clock(Supplier<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
