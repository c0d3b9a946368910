package shop.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.contracts.Money.NotMoney;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void an_amount_is_written_at_its_currencys_scale() {
        assertThat(Money.of("5", "USD").text()).isEqualTo("5.00");
        assertThat(Money.of("5", "JPY").text()).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({"89.955,89.96", "89.945,89.94", "89.9551,89.96", "0.005,0.00"})
    void rounding_is_half_to_even(String exact, String rounded) {
        assertThat(Money.rounded(new BigDecimal(exact), USD).text()).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "1.999,USD,price",
        "1.5,JPY,price",
        "1e3,USD,price",
        "'1,50',USD,price",
        "'',USD,price",
        "NaN,USD,price",
        "1.00,XXY,currency",
        "1.00,usd,currency",
        "1.00,XAU,currency"
    })
    void what_is_no_amount_is_refused_and_the_field_named(String amount, String currency, String field) {
        assertThatThrownBy(() -> Money.of(amount, currency))
                .isInstanceOfSatisfying(
                        NotMoney.class, it -> assertThat(it.field()).isEqualTo(field));
    }

    @Test
    void different_currencies_do_not_add_up() {
        var dollars = Money.of("1", "USD");

        assertThatThrownBy(() -> dollars.plus(Money.of("1", "EUR"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tenth_three_times_is_exact() {
        var tenth = Money.of("0.10", "USD");

        assertThat(tenth.plus(tenth).plus(tenth)).isEqualTo(tenth.times(3)).isEqualTo(Money.of("0.3", "USD"));
    }
}
