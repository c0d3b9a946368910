package shop.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void what_is_remembered_by_name_is_read_back() {
        var addresses = Addresses.standard();

        assertThat(Addresses.from(addresses.byName()::get)).isEqualTo(addresses);
    }

    @Test
    void no_two_share_a_port() {
        var addresses = Addresses.standard().byName().values();

        assertThat(new HashSet<>(addresses)).hasSameSizeAs(addresses);
    }

    @Test
    void an_external_server_without_address_is_asked_for_by_name() {
        assertThatThrownBy(Addresses::external).hasMessage("Set SHOP_KAFKA to host:port");
    }
}
