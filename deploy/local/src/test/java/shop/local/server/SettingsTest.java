package shop.local.server;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void a_service_is_told_of_the_servers_that_it_uses_and_of_no_other() {
        var settings = Settings.of(List.of(Server.KAFKA), Addresses.standard(), "catalog");

        assertThat(settings).containsExactly(entry("kafka.bootstrap.servers", "127.0.0.1:19092"));
    }

    @Test
    void names_are_those_that_the_services_read() {
        var settings = Settings.of(EnumSet.allOf(Server.class), Addresses.standard(), "catalog");

        assertThat(settings)
                .containsEntry("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:15432/catalog")
                .containsEntry("shop.redis.url", "redis://127.0.0.1:16379")
                .containsEntry("shop.opensearch.url", "http://127.0.0.1:19200")
                .containsEntry("shop.notification.smtp.host", "127.0.0.1")
                .containsEntry("shop.notification.smtp.port", "11025");
    }
}
