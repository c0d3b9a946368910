package shop.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void every_consumer_has_a_topic_of_dead_letters_and_one_of_replays() {
        assertThat(Topic.all().map(Topic.Spec::name))
                .doesNotHaveDuplicates()
                .contains("order.customers.v1.cart-service.dlq", "order.customers.v1.cart-service.retry");
        assertThat(Topic.consumedBy("order-service")).containsExactly(Topic.RESERVATIONS);
    }

    @Test
    void the_topics_of_a_consumer_belong_to_the_one_it_reads() {
        var topic = Topic.ORDERS.topicName();

        assertThat(Topic.sourceOf(Topic.retriesOf(topic, "cart-service"))).isEqualTo(topic);
        assertThat(Topic.sourceOf(Topic.deadLettersOf(topic, "cart-service"))).isEqualTo(topic);
        assertThat(Topic.sourceOf(topic)).isEqualTo(topic);
    }

    @Test
    void replays_take_no_share_of_a_groups_work() {
        assertThat(Topic.all().filter(it -> it.name().endsWith(".retry")))
                .isNotEmpty()
                .allMatch(it -> it.mostPartitions() == 1);
    }

    @Test
    void replayed_personal_data_are_gone_within_a_day() {
        var retries = Topic.all()
                .filter(it -> it.name().equals("order.customers.v1.cart-service.retry"))
                .findFirst()
                .orElseThrow();

        var longest = Long.parseLong(retries.settings().get("retention.ms"))
                + Long.parseLong(retries.settings().get("segment.ms"));

        assertThat(longest).isLessThan(24 * 60 * 60 * 1000);
    }
}
