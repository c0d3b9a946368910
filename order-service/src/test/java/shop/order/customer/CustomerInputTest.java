package shop.order.customer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.order.customer.AddressResource.NewAddress;
import shop.order.customer.CustomerResource.Registration;

class CustomerInputTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final String MAIL = "ann@example.com";
    private static final String PHONE = "+4915112345678";
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");

    static final List<String> REACHED = List.of(
            MAIL,
            "a@b.de",
            "ann.lee+shop@mail.example.co.uk",
            "o'hara_1!#$%&*/=?^`{|}~-@example.com",
            "ann@1und1.de",
            "ann@xn--mnchen-3ya.de",
            "ann@example.xn--p1ai",
            "a".repeat(64) + "@example.com",
            "a".repeat(64) + "@" + "b.".repeat(93) + "com");
    static final List<String> NOT_REACHED = List.of(
            "",
            " ",
            "ann",
            "ann@",
            "@example.com",
            "ann@localhost",
            "ann@example.",
            "ann@.com",
            "ann@example..com",
            "ann@-example.com",
            "ann@example-.com",
            "ann@example.c",
            "ann@10.0.0.1",
            "ann@[10.0.0.1]",
            "ann@bob@example.com",
            ".ann@example.com",
            "ann.@example.com",
            "ann..lee@example.com",
            "ann lee@example.com",
            "\"ann lee\"@example.com",
            "\"ann\"@example.com",
            "Ann <ann@example.com>",
            " ann@example.com",
            "ann@example.com ",
            "ann@example.com\n",
            "ann\r\nBcc: bob@example.com",
            "ann\u0000@example.com",
            "ann\u202e@example.com",
            "\u0430nn@example.com",
            "ann@ex\u00e4mple.com",
            "a".repeat(65) + "@example.com",
            "ann@" + "b".repeat(64) + ".com",
            "a".repeat(64) + "@" + "b.".repeat(94) + "com");

    @ParameterizedTest
    @FieldSource("REACHED")
    void an_address_that_mail_reaches_is_taken(String mail) {
        assertThat(wrongOf(registration("Ann", mail, PHONE))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NOT_REACHED")
    void an_address_that_mail_may_not_reach_is_refused(String mail) {
        assertThat(wrongOf(registration("Ann", mail, PHONE))).containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PHONE,
                "+14155550100",
                "+442079460018",
                "+390612345678", // An Italian zero belongs to the number.
                "+6421345678",
                "+80012345678", // Everywhere free of charge.
                "+491511000042",
            })
    void a_number_that_can_be_called_from_everywhere_is_taken(String phone) {
        assertThat(wrongOf(registration("Ann", MAIL, phone))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "015112345678",
                "4915112345678",
                "004915112345678",
                "+4901511234567", // The zero is dialled within Germany only.
                "+49 151 12345678",
                " +4915112345678",
                "+49-151-12345678",
                "+49(0)15112345678",
                "tel:+4915112345678",
                "+4915112345678;ext=1",
                "+49",
                "+1415555010",
                "+5550100",
                "+15550100", // Within one town only.
                "+141555501000",
                "+999123456789",
                "+1800FLOWERS",
                "\uff0b4915112345678",
                "+\u0664\u06695112345678",
                "+49151123456789012345",
            })
    void what_is_no_number_or_not_written_as_one_is_refused(String phone) {
        assertThat(wrongOf(registration("Ann", MAIL, phone))).containsExactly("phone");
    }

    @Test
    void a_number_is_refused_in_words_that_help() {
        assertThat(VALIDATOR.validate(registration("Ann", MAIL, "0151")))
                .singleElement()
                .satisfies(it -> assertThat(it.getMessage()).contains("+4915112345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann O'Hara-Lee", "李小龙", "Łukasz Żółć", "Владимир", "محمد", "अनुष्का", "👩🏽 Ann"})
    void names_and_cities_of_any_script_are_taken(String name) {
        assertThat(wrongOf(registration(name, MAIL, PHONE))).isEmpty();
        assertThat(wrongOf(new NewAddress(null, name, name, "1", name, null, "DE")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "US", "GB", "TW"})
    void a_country_that_there_is_is_taken(String country) {
        assertThat(wrongOf(new NewAddress(null, "Ann", "1 Wall St", "1", "Town", null, country)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UK", "XX", "ZZ", "EU", "de", "DEU", "D", "DE "})
    void a_country_that_there_is_not_is_refused(String country) {
        assertThat(wrongOf(new NewAddress(null, "Ann", "1 Wall St", "1", "Town", null, country)))
                .containsExactly("country");
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER,,,",
        "MEMBER, 0,,",
        "MEMBER,, 0,",
        "MEMBER, 0, 1,",
        "MEMBER, 0, 0, memberUntil",
        "MEMBER, 1, 0, memberUntil",
        "NONE,,,",
        "NONE, 0,, memberFrom",
        "NONE,, 0, memberUntil",
        "NONE, 0, 1, memberFrom",
        ",,,",
        ", 0,, memberFrom",
        ",, 0, memberUntil",
    })
    void only_a_membership_has_dates_and_it_ends_after_it_begins(
            Membership membership, Long from, Long until, String wrong) {
        var body = new Registration(null, "Ann", MAIL, PHONE, membership, moment(from), moment(until));

        assertThat(wrongOf(body)).isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    private static Registration registration(String name, String mail, String phone) {
        return new Registration(null, name, mail, phone, null, null, null);
    }

    private static Instant moment(Long millis) {
        return millis == null ? null : NOW.plusMillis(millis);
    }

    private static List<String> wrongOf(Object body) {
        return VALIDATOR.validate(body).stream()
                .map(it -> it.getPropertyPath().toString())
                .toList();
    }
}
