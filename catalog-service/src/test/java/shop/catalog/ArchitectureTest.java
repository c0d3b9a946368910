package shop.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@AnalyzeClasses(packages = "shop.catalog", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String DOMAIN = "Product|ProductDetails|ProductStatus|ProductRefused.*|Availability|Rating"
            + "|StockView|LockedProducts|ImportBlock|PriceUnits";

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("shop.catalog.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_a_product_is_and_does_is_plain_java = noClasses()
            .that()
            .haveNameMatching("shop\\.catalog\\.\\w+\\.(" + DOMAIN + ")")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "jakarta.ws.rs..",
                    "java.sql..",
                    "javax.sql..",
                    "io.quarkus..",
                    "org.opensearch..");

    @ArchTest
    static final ArchRule only_the_search_knows_the_index = noClasses()
            .that()
            .resideOutsideOfPackage("..search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.opensearch..");

    @ArchTest
    static final ArchRule no_entity_loads_itself = noClasses().should().beAssignableTo(PanacheEntityBase.class);

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields =
            noFields().should().beAnnotatedWith(Inject.class).orShould().beAnnotatedWith(ConfigProperty.class);
}
