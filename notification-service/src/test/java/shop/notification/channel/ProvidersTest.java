package shop.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    private static final Provider FIRST = new Named("first", Channel.SMS, true);
    private static final Provider SECOND = new Named("second", Channel.SMS, true);
    private static final Provider UNREADY = new Named("unready", Channel.SMS, false);

    @Test
    void providers_are_tried_in_the_order_of_the_configuration() {
        assertThat(chosen("second", "first").of(Channel.SMS)).containsExactly(SECOND, FIRST);
    }

    @Test
    void a_channel_without_a_choice_has_no_provider() {
        assertThat(chosen("first").of(Channel.PUSH)).isEmpty();
    }

    @Test
    void a_provider_that_there_is_not_on_this_channel_is_named() {
        assertThatThrownBy(() -> chosen("third").of(Channel.SMS))
                .hasMessage("shop.notification.channel.sms.providers: no provider third");
    }

    @Test
    void a_provider_that_lacks_a_setting_matters_only_where_it_is_chosen() {
        assertThat(chosen("first").of(Channel.SMS)).containsExactly(FIRST);
        assertThatThrownBy(() -> chosen("first", "unready").of(Channel.SMS)).hasMessage("shop.some-key is missing");
    }

    @Test
    void it_is_known_whether_any_channel_has_a_provider() {
        assertThat(chosen("first").choose("first")).isTrue();
        assertThat(chosen("first").choose("second")).isFalse();
    }

    private static Providers chosen(String... names) {
        ProviderSettings.OfChannel sms = () -> Optional.of(List.of(names));
        return new Providers(List.of(FIRST, SECOND, UNREADY), () -> Map.of("sms", sms));
    }

    private record Named(String name, Channel channel, boolean isReady) implements Provider {

        @Override
        public void checkSettings() {
            if (!isReady) {
                throw new IllegalStateException("shop.some-key is missing");
            }
        }

        @Override
        public Outcome send(Dispatch dispatch) {
            throw new UnsupportedOperationException();
        }
    }
}
