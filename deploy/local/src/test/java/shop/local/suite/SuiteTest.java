package shop.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {

    @TempDir
    Path folder;

    @Test
    void nothing_was_started_in_an_empty_folder() {
        assertThat(Suite.find(folder, Ports.standard())).isEmpty();
    }

    @Test
    void the_services_have_the_ports_of_the_contract() {
        assertThat(Ports.standard().services())
                .isEqualTo(Map.of(
                        Service.CATALOG, 8081,
                        Service.CART, 8082,
                        Service.INVENTORY, 8083,
                        Service.ORDER, 8084,
                        Service.NOTIFICATION, 8085));
    }
}
