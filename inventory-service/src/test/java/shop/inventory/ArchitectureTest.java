package shop.inventory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.inject.Inject;
import java.util.List;
import shop.inventory.stock.Ledger;

@AnalyzeClasses(packages = "shop.inventory", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("shop.inventory.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule decisions_are_plain_java = noClasses()
            .that()
            .haveNameMatching(
                    ".*\\.(Reservation|ReservationBatch|Decisions|OrderBatch|ProductStock|Checkout|Movement|ImportBlock"
                            + "|Offer|AllocationStrategy|RegionFirst|FewestParcels|MostStock|Candidates|Demand|Shelf|Pick"
                            + "|Repair|Difference)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "jakarta..", "io.quarkus..", "io.smallrye..", "org.apache.kafka..", "org.redisson..");

    @ArchTest
    static final ArchRule stock_and_ledger_change_apart_only_by_a_repair = noClasses()
            .that()
            .resideOutsideOfPackage("shop.inventory.audit..")
            .should()
            .callMethod(Ledger.class, "correct", List.class);

    @ArchTest
    static final ArchRule no_entity_loads_itself = noClasses().should().beAssignableTo(PanacheEntityBase.class);

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = fields().should().notBeAnnotatedWith(Inject.class);
}
