package shop.order;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Pattern EDGE = Pattern.compile(
            ".*(Resource|Consumer|Publisher|View|Rows|Orders|History|Retention|Reservations|Interventions|Payments"
                    + "|Customers|Addresses|Worker|Timeouts|Terms|Notices|Signed|Check|Gateway|Choice|Api|Calls"
                    + "|Settlement|Clock|Producer|Position|Streams?|Followers|CatchUp|Heartbeat|Settings)");

    private static final JavaClasses SERVICE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("shop.order");

    @Test
    void features_form_no_cycle() {
        slices().matching("shop.order.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void the_domain_is_plain_java() {
        noClasses()
                .that(describe("are not at an edge", ArchitectureTest::domain))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "jakarta.enterprise..",
                        "org.apache.kafka..",
                        "java.sql..",
                        "javax.sql..",
                        "io.quarkus..",
                        "io.smallrye..")
                .check(SERVICE);
    }

    @Test
    void nothing_is_injected_into_fields() {
        noFields().should().beAnnotatedWith(Inject.class).check(SERVICE);
    }

    @Test
    void every_package_says_where_null_may_be() {
        assertThat(SERVICE.stream().map(JavaClass::getPackage).distinct())
                .allMatch(it -> it.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void resources_run_on_virtual_threads() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .beAnnotatedWith(RunOnVirtualThread.class)
                .check(SERVICE);
    }

    private static boolean domain(JavaClass it) {
        return it.getPackageName().matches("shop\\.order\\.(lifecycle|placement|payment|customer|following|operations)")
                && !EDGE.matcher(outermost(it).getSimpleName()).matches();
    }

    private static JavaClass outermost(JavaClass it) {
        return it.getEnclosingClass().map(ArchitectureTest::outermost).orElse(it);
    }
}
