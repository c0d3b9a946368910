package shop.cart.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.cart.customer.CustomerNews.CustomerChanged;
import shop.cart.customer.CustomerNews.Forgotten;
import shop.cart.customer.CustomerNews.Other;
import shop.cart.redis.Views;

/// The views of customers in Redis: for each a hash under [#KEY] and its id, with the field [#MEMBERSHIP].
@ApplicationScoped
public class Customers {

    public static final String KEY = "customer:";
    public static final String MEMBERSHIP = "membership";

    private final Views views;

    Customers(Views views) {
        this.views = views;
    }

    void keep(List<CustomerNews> news) {
        views.keep(news.stream().flatMap(Customers::fact).toList());
    }

    /// The membership as its field has it.
    public static MembershipPeriod membership(@Nullable String field) {
        return field == null ? MembershipPeriod.NONE : MembershipPeriod.read(field);
    }

    private static Stream<Views.Fact> fact(CustomerNews news) {
        return switch (news) {
            case CustomerChanged it ->
                Stream.of(new Views.Told(
                        KEY + it.customerId(),
                        MEMBERSHIP,
                        it.version(),
                        it.period().text()));
            case Forgotten(var customerId) -> Stream.of(new Views.Gone(KEY + customerId));
            case Other() -> Stream.empty();
        };
    }
}
