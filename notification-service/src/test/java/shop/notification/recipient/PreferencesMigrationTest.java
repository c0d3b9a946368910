package shop.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.channel.Channel;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class PreferencesMigrationTest {

    @Inject
    DataSource dataSource;

    @Inject
    Sql database;

    @Test
    void what_was_there_stays_and_the_rest_is_the_default() {
        database.update("DROP SCHEMA IF EXISTS before CASCADE");
        migrateTo("2");
        database.update("INSERT INTO before.preferences VALUES ('ann', 3, '{SMS}')");
        database.update("""
                INSERT INTO before.recipient VALUES ('ann', 1, false, 'ann@example.com'), ('bob', 2, true, NULL)
                """);

        migrateTo("4");

        var choices = new Choices(
                Set.of(Channel.SMS), Map.of(), null, Choices.DEFAULT.timeZone(), Choices.DEFAULT.language());
        assertThat(database.query("SELECT * FROM before.preferences", PreferenceRow::read))
                .containsExactly(new Preference("ann", 3, choices));
        assertThat(database.query("SELECT name FROM before.recipient", row -> String.valueOf(row.getString("name"))))
                .containsExactly("null", "null");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("before")
                .locations("db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
