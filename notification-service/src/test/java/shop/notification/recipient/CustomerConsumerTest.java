package shop.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.Broker;
import shop.notification.channel.Channel;
import shop.notification.channel.Contact;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class CustomerConsumerTest {

    private static final String DEAD_LETTERS = "order.customers.v1.notification-service.dlq";

    @Inject
    Broker broker;

    @Inject
    Recipients recipients;

    @Inject
    Preferences preferences;

    @Inject
    Sql database;

    @Test
    void a_customer_who_changes_is_reached_at_the_new_address() {
        var customer = ACustomer.any();

        broker.send(customer.changed(1, "old@example.com"), customer.changed(2, "new@example.com"));

        awaitVersion(customer, 2);
        assertThat(recipient(customer)).map(it -> it.contact().email()).contains("new@example.com");
    }

    @Test
    void an_older_version_changes_nothing_in_the_same_batch_or_later() {
        var customer = ACustomer.any();
        broker.send(customer.changed(3, "new@example.com"), customer.changed(2, "old@example.com"));
        awaitVersion(customer, 3);

        broker.send(customer.changed(1, "older@example.com"), customer.changed(3, "again@example.com"));

        awaitWorkedOff(customer);
        assertThat(recipient(customer)).map(it -> it.contact().email()).contains("new@example.com");
    }

    @Test
    void of_an_erased_customer_no_contact_data_remain() {
        var customer = ACustomer.any();
        broker.send(customer.changed(1));
        awaitVersion(customer, 1);
        preferences.replace(customer.id(), EnumSet.of(Channel.SMS), 0);

        broker.send(customer.erased(2), customer.changed(1));

        awaitVersion(customer, 2);
        assertThat(recipient(customer)).contains(new Recipient(2, true, new Contact(customer.id(), null, null)));
        assertThat(preferences.of(List.of(customer.id())).get(customer.id()).version())
                .isZero();
        assertThat(database.query("SELECT r::text AS row FROM recipient r", row -> row.getString("row")))
                .noneMatch(it -> it.contains(customer.email()));
    }

    @Test
    void a_tombstone_removes_the_row() {
        var customer = ACustomer.any();
        broker.send(customer.changed(1));
        awaitVersion(customer, 1);

        broker.send(customer.erased(2), customer.tombstone());

        await().atMost(Duration.ofSeconds(40)).until(() -> recipient(customer).isEmpty());
    }

    @Test
    void the_database_keeps_no_address_of_an_erased_customer() {
        var sql = "INSERT INTO recipient (customer_id, version, erased, email) VALUES ('x', 1, true, 'x@example.com')";

        assertThatThrownBy(() -> database.update(sql)).hasMessageContaining("erased_is_without_data");
    }

    @Test
    void what_cannot_be_read_or_stored_is_kept_without_data_and_stops_no_other() {
        var customer = ACustomer.any();
        var unreadable = customer.changed(1)
                .withJson("{\"customerId\":\"%s\",\"version\":\"ann@example.com\"}".formatted(customer.id()));

        broker.send(
                unreadable,
                customer.changed(3, "ann@example.com\\u0000"),
                customer.changed(1).withType("CustomerPraised"),
                customer.changed(2));

        awaitVersion(customer, 2);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                                broker.read(DEAD_LETTERS, it -> it.key().equals(customer.id())))
                        .hasSize(2)
                        .allSatisfy(it -> {
                            assertThat(it.value()).isEmpty();
                            assertThat(Broker.header(it, "dead-letter-reason"))
                                    .isNotEmpty()
                                    .doesNotContain("ann@");
                        }));
    }

    private Optional<Recipient> recipient(ACustomer customer) {
        return Optional.ofNullable(recipients.of(List.of(customer.id())).get(customer.id()));
    }

    private void awaitVersion(ACustomer customer, int version) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> recipient(customer)
                        .filter(it -> it.version() == version)
                        .isPresent());
    }

    /// The same key is the same partition: what comes after is worked off later.
    private void awaitWorkedOff(ACustomer customer) {
        broker.send(customer.changed(1).withJson("{nonsense"));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> broker.read(DEAD_LETTERS, it -> it.key().equals(customer.id()))
                                .size()
                        == 1);
    }
}
