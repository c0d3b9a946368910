package shop.notification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@AnalyzeClasses(packages = "shop.notification", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("shop.notification.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_is_said_and_decided_is_plain_java = noClasses()
            .that()
            .resideInAPackage("..message..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .or()
            .haveSimpleName("DeliveryRules")
            .or()
            .haveSimpleName("Admission")
            .or()
            .haveSimpleName("Result")
            .or()
            .haveSimpleName("Claim")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.apache.kafka..",
                            "jakarta.ws.rs..",
                            "java.sql..",
                            "javax.sql..",
                            "io.quarkus..",
                            "io.smallrye.reactive..")
                    .and(resideOutsideOfPackage("io.quarkus.qute..")));

    @ArchTest
    static final ArchRule a_channel_knows_nothing_of_whom_and_when = noClasses()
            .that()
            .resideInAPackage("..channel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..delivery..", "..recipient..");

    @ArchTest
    static final ArchRule no_provider_but_the_local_one_keeps_anything = noClasses()
            .that()
            .resideInAPackage("..channel..")
            .and()
            .resideOutsideOfPackage("..channel.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..contracts.sql..");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields =
            noFields().should().beAnnotatedWith(Inject.class).orShould().beAnnotatedWith(ConfigProperty.class);
}
