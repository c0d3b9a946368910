package shop.inventory.reservation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/// A data source whose user dies before the statement, or at the commit, that a test chooses.
final class FailingSource {

    private final DataSource real;
    private final TransactionSynchronizationRegistry transactions;
    private int left = Integer.MAX_VALUE;

    FailingSource(DataSource real, TransactionSynchronizationRegistry transactions) {
        this.real = real;
        this.transactions = transactions;
    }

    /// Before so many statements more have been made; a commit counts as one.
    void failAfter(int statements) {
        left = statements;
    }

    int left() {
        return left;
    }

    boolean hasDied() {
        return left < 0;
    }

    DataSource source() {
        return proxy(DataSource.class, (method, values) -> {
            var result = call(real, method, values);
            return result instanceof Connection it ? connection(it) : result;
        });
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (method, values) -> {
            if (method.getName().equals("prepareStatement")) {
                failAtCommitToo();
                step();
            }
            return call(real, method, values);
        });
    }

    private void step() {
        if (left-- <= 0) {
            throw new Died();
        }
    }

    private void failAtCommitToo() {
        if (QuarkusTransaction.isActive() && transactions.getResource(this) == null) {
            transactions.putResource(this, this);
            transactions.registerInterposedSynchronization(new AtCommit());
        }
    }

    private static Object call(Object real, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? FailingSource.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, values) -> call.of(method, values)));
    }

    /// The process is gone, as far as its transaction can tell.
    static final class Died extends RuntimeException {
        private Died() {
            super("died, as the test wants it", null, false, false);
        }
    }

    private final class AtCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            if (left-- <= 0) {
                transactions.setRollbackOnly();
            }
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing is left to do.
        }
    }

    @FunctionalInterface
    private interface Call {
        Object of(Method method, Object[] values) throws Throwable;
    }
}
