package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.local.client.Endpoints;
import shop.local.demo.Demo;

@ExtendWith(RunningShop.class)
class StoryIT {

    @Test
    void the_reference_story_comes_true(Endpoints endpoints) {
        assertThat(new Demo(endpoints, System.out).tellStory()).isTrue();
    }

    @Test
    void it_comes_true_again_in_the_same_shop(Endpoints endpoints) {
        assertThat(new Demo(endpoints, System.out).tellStory()).isTrue();
    }
}
