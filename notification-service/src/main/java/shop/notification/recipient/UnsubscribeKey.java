package shop.notification.recipient;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import shop.contracts.sql.Sql;

/// The table `unsubscribe_key`: what links are signed with. It is made once and kept for good, as mails are old that
/// people unsubscribe from; being in the database, it is the same for all replicas, and nobody has to configure it.
@ApplicationScoped
class UnsubscribeKey {

    private static final int BYTES = 32;

    private final Sql database;

    UnsubscribeKey(Sql database) {
        this.database = database;
    }

    byte[] get() {
        return QuarkusTransaction.requiringNew().call(() -> {
            database.update("INSERT INTO unsubscribe_key (key) VALUES (?) ON CONFLICT DO NOTHING", (Object) random());
            return database.query("SELECT key FROM unsubscribe_key", row -> row.getBytes("key"))
                    .getFirst();
        });
    }

    private static byte[] random() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
