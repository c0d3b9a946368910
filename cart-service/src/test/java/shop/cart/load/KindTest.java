package shop.cart.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void buying_and_asking_what_became_of_it_is_the_most_urgent() {
        assertThat(Kind.of("POST", "/api/v1/carts/anna/checkout")).hasValue(Kind.CHECKOUTS);
        assertThat(Kind.of("GET", "/api/v1/checkouts/42")).hasValue(Kind.CHECKOUTS);
        assertThat(Kind.values()[0]).isEqualTo(Kind.CHECKOUTS);
    }

    @Test
    void changes_come_before_readers() {
        assertThat(Kind.of("POST", "/api/v1/carts/anna/items")).hasValue(Kind.CHANGES);
        assertThat(Kind.of("PUT", "/api/v1/pricing/policy")).hasValue(Kind.CHANGES);
        assertThat(Kind.of("DELETE", "/api/v1/carts/anna")).hasValue(Kind.CHANGES);
        assertThat(Kind.of("GET", "/api/v1/carts/anna")).hasValue(Kind.READS);
        assertThat(Kind.of("GET", "/api/v1/pricing/policy")).hasValue(Kind.READS);
    }

    @Test
    void health_metrics_and_documentation_never_count() {
        assertThat(Kind.of("GET", "/q/health/ready")).isEmpty();
        assertThat(Kind.of("GET", "/q/metrics")).isEmpty();
        assertThat(Kind.of("GET", "/")).isEmpty();
    }
}
