package shop.inventory.reservation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import shop.inventory.Broker;

/// A data source whose user stops once before a statement, in the middle of its transaction, until it may go on.
final class PausingSource {

    private final DataSource real;
    private final AtomicReference<String> where = new AtomicReference<>("nowhere");
    private final CountDownLatch paused = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    PausingSource(DataSource real) {
        this.real = real;
    }

    /// @param statement how it begins
    void pauseBefore(String statement) {
        where.set(statement);
    }

    void awaitPause() {
        waitFor(paused);
    }

    void goOn() {
        goOn.countDown();
    }

    DataSource source() {
        return proxy(DataSource.class, real, result -> result instanceof Connection it ? connection(it) : result);
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, connection, result -> result);
    }

    private void maybePause(Object[] values) {
        var statement = where.get();
        if (values != null
                && values[0] instanceof String sql
                && sql.startsWith(statement)
                && where.compareAndSet(statement, "nowhere")) {
            paused.countDown();
            waitFor(goOn);
        }
    }

    private <T> T proxy(Class<T> type, T behind, UnaryOperator<Object> wrap) {
        return type.cast(Proxy.newProxyInstance(
                PausingSource.class.getClassLoader(), new Class<?>[] {type}, (_, method, values) -> {
                    try {
                        maybePause(values);
                        return wrap.apply(method.invoke(behind, values));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(Broker.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
