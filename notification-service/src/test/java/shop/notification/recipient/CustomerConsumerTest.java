package shop.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.Broker;
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
    ChangePreferences changePreferences;

    @Inject
    PushTokens pushTokens;

    @Inject
    ForgottenProbe forgotten;

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
    void a_customer_is_known_by_name_and_devices() {
        var customer = ACustomer.any();
        changePreferences.register(customer.id(), new PushToken(customer.id() + "-phone"));
        changePreferences.register(customer.id(), new PushToken(customer.id() + "-tablet"));

        broker.send(customer.changed(1));

        awaitVersion(customer, 1);
        assertThat(recipient(customer).orElseThrow().contact())
                .isEqualTo(new Contact(
                        customer.id(),
                        "Ann Miller",
                        customer.email(),
                        "+4915112345678",
                        List.of(customer.id() + "-phone", customer.id() + "-tablet")));
    }

    @Test
    void an_older_version_changes_nothing_in_the_same_batch_or_later() {
        var customer = ACustomer.any();
        broker.send(customer.changed(3, "new@example.com"), customer.changed(2, "old@example.com"));
        awaitVersion(customer, 3);

        broker.send(customer.changed(1, "older@example.com"), customer.changed(3, "again@example.com"));

        awaitWorkedOff(customer, 1);
        assertThat(recipient(customer)).map(it -> it.contact().email()).contains("new@example.com");
    }

    @Test
    void of_an_erased_customer_nothing_remains() {
        var customer = ACustomer.any();
        broker.send(customer.changed(1));
        awaitVersion(customer, 1);
        choose(customer);

        broker.send(customer.erased(2), customer.changed(1));

        awaitVersion(customer, 2);
        assertThat(recipient(customer)).contains(new Recipient(2, true, Contact.none(customer.id())));
        assertThat(kept(customer)).isEqualTo(Kept.NOTHING);
        assertThat(database.query("SELECT r::text AS row FROM recipient r", row -> row.getString("row")))
                .noneMatch(it -> it.contains(customer.email()));
        assertThat(forgotten.customerIds()).contains(customer.id());
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
    void a_tombstone_of_a_customer_who_was_not_erased_leaves_nothing_either() {
        var customer = ACustomer.any();
        broker.send(customer.changed(1));
        awaitVersion(customer, 1);
        choose(customer);

        broker.send(customer.tombstone());

        await().atMost(Duration.ofSeconds(40)).until(() -> recipient(customer).isEmpty());
        assertThat(kept(customer)).isEqualTo(Kept.NOTHING);
        assertThat(forgotten.customerIds()).contains(customer.id());
    }

    @Test
    void a_customer_whom_another_feature_cannot_forget_is_not_forgotten_here_either() {
        var customer = ACustomer.any();
        broker.send(customer.changed(1));
        awaitVersion(customer, 1);
        choose(customer);
        forgotten.refuse(customer.id());

        broker.send(customer.erased(2));

        awaitWorkedOff(customer, 2);
        assertThat(recipient(customer).orElseThrow().version()).isEqualTo(1);
        assertThat(kept(customer)).isEqualTo(new Kept(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "email", "phone"})
    void the_database_keeps_no_data_of_an_erased_customer(String column) {
        var sql = "INSERT INTO recipient (customer_id, version, erased, %s) VALUES ('x', 1, true, 'x')";

        assertThatThrownBy(() -> database.update(sql.formatted(column))).hasMessageContaining("erased_is_without_data");
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
    private void awaitWorkedOff(ACustomer customer, int deadLetters) {
        broker.send(customer.changed(1).withJson("{nonsense"));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> broker.read(DEAD_LETTERS, it -> it.key().equals(customer.id()))
                                .size()
                        == deadLetters);
    }

    private void choose(ACustomer customer) {
        changePreferences.replace(
                customer.id(),
                null,
                new Wish(Choices.DEFAULT, Optional.of(List.of(new PushToken(customer.id() + "-phone")))));
    }

    private Kept kept(ACustomer customer) {
        return new Kept(
                changePreferences.current(customer.id()).version(),
                pushTokens.of(customer.id()).size());
    }

    /// What is kept of a customer beside the recipient.
    private record Kept(long preferencesVersion, int pushTokens) {

        static final Kept NOTHING = new Kept(0, 0);
    }
}
