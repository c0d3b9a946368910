package shop.inventory.stock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class StockChangedTest {

    private static final String TOPIC = "inventory.stock.v1";

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    ObjectMapper json;

    @Test
    void a_change_is_told_with_what_is_available_in_each_region() {
        var asia = "W-" + UUID.randomUUID();
        shop.warehouse(asia, "ASIA", 0);
        var product = shop.product(5);
        shop.put(product, asia, 2);
        shop.execute("UPDATE stock SET reserved = 1, version = version + 1 WHERE product_id = ?", product);

        broker.awaitOn(TOPIC, product, said -> {
            var last = last(said);
            assertThat(last.available()).isEqualTo(5);
            assertThat(last.regions()).isEqualTo(Map.of("EU", 4L, "ASIA", 1L));
        });
        assertThat(broker.on(TOPIC, product)).allSatisfy(it -> {
            assertThat(it.type()).isEqualTo("StockChanged");
            assertThat(errorsIn(it.json())).isEmpty();
        });
        shop.execute("UPDATE stock SET reserved = 0, version = version + 1 WHERE product_id = ?", product);
    }

    @Test
    void many_changes_are_told_as_few_and_the_last_is_told_always() {
        var product = shop.product(1);
        var begun = System.nanoTime();

        for (int i = 1; i <= 300; i++) {
            shop.execute("UPDATE stock SET on_hand = ?, version = version + 1 WHERE product_id = ?", i, product);
        }

        var fifthsOfASecond = (System.nanoTime() - begun) / 200_000_000;
        broker.awaitOn(
                TOPIC, product, said -> assertThat(last(said).available()).isEqualTo(300));
        var versions =
                broker.on(TOPIC, product).stream().map(it -> read(it).version()).toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates().endsWith(301L);
        assertThat((long) versions.size()).isLessThanOrEqualTo(fifthsOfASecond + 3);
        shop.execute("DELETE FROM stock WHERE product_id = ?", product);
        shop.execute("DELETE FROM movement WHERE product_id = ?", product);
    }

    @Test
    void a_warehouse_that_moves_to_another_region_is_told_for_all_that_it_holds() {
        var warehouse = "W-" + UUID.randomUUID();
        shop.warehouse(warehouse, "US", 0);
        var product = "SKU-" + UUID.randomUUID();
        shop.put(product, warehouse, 3);
        broker.awaitOn(TOPIC, product, said -> assertThat(said).hasSize(1));

        given().contentType(ContentType.JSON)
                .body("{\"name\":\"Moved\",\"region\":\"ASIA\",\"priority\":1}")
                .put("/api/v1/warehouses/{id}", warehouse)
                .then()
                .statusCode(200);

        broker.awaitOn(TOPIC, product, said -> assertThat(last(said).regions()).isEqualTo(Map.of("ASIA", 3L)));
    }

    private StockChanged last(List<Broker.Said> said) {
        assertThat(said).isNotEmpty();
        return read(said.getLast());
    }

    private StockChanged read(Broker.Said said) {
        try {
            return json.readValue(said.json(), StockChanged.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<?> errorsIn(String event) {
        try (var schema =
                StockChangedTest.class.getResourceAsStream("/contracts/inventory.stock.v1/StockChanged.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(event, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
