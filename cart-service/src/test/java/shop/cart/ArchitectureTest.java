package shop.cart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "shop.cart", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("shop.cart.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_domain_knows_no_kafka_no_http_no_sql_and_no_redis = noClasses()
            .that()
            .haveNameMatching("shop\\.cart\\.(cart\\.(Cart|CartLine|Basket|Limits|CartRefusal)"
                    + "|product\\.Product|customer\\.Membership(Period)?|checkout\\.(Outcome|Decision|CheckoutIds|Waiters)"
                    + "|pricing\\.(.*Pricing|PricingStrategy|Combine|Item|Buyer|PricedLine|Quote|Percent))(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "jakarta.ws.rs..", "java.sql..", "javax.sql..", "org.redisson..");

    @ArchTest
    static final ArchRule only_one_package_knows_redisson = noClasses()
            .that()
            .resideOutsideOfPackage("shop.cart.redis")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.redisson..");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule packages_are_null_marked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);
}
