package dev.touchstone.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the architecture, checked on the compiled classes of all four modules. */
class ArchitectureTest {
    /** Fewer classes than this and the import has gone wrong: a rule over nothing always holds. */
    private static final int FLOOR = 150;

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What tests of one module lend to those of another.
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("dev.touchstone");

    @Test
    void the_rules_look_at_the_whole_product() {
        assertThat(PRODUCT.size()).isGreaterThan(FLOOR);
        for (var module : new String[] {"auditor", "indexer", "models", "web"})
            assertThat(PRODUCT.stream().anyMatch(type -> type.getPackageName().startsWith("dev.touchstone." + module)))
                    .as(module)
                    .isTrue();
    }

    @Test
    void the_auditor_needs_nothing_but_the_jdk() {
        check(classes()
                .that()
                .resideInAPackage("dev.touchstone.auditor..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.touchstone.auditor..", "java..", "org.jspecify.."));
    }

    @Test
    void indexer_and_models_never_meet_and_nobody_looks_up_to_the_web() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.touchstone.indexer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.touchstone.models..", "dev.touchstone.web.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.touchstone.models..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.touchstone.indexer..", "dev.touchstone.web.."));
    }

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        check(slices().matching("dev.touchstone.(**)").should().beFreeOfCycles());
    }

    @Test
    void every_library_has_one_home() {
        livesOnlyIn("org.apache.tika..", "dev.touchstone.indexer.extract..");
        livesOnlyIn("org.apache.lucene..", "dev.touchstone.indexer.search..");
        for (var library : List.of(
                "java.sql..",
                "javax.sql..",
                "org.jdbi..",
                "org.flywaydb..",
                "com.github.kagkarlsson..",
                "com.zaxxer.hikari..",
                "org.sqlite..",
                "org.postgresql..")) livesOnlyIn(library, "dev.touchstone.indexer.archive..");
        livesOnlyIn("edu.stanford.nlp..", "dev.touchstone.models.corenlp..");
        livesOnlyIn("ai.djl..", "dev.touchstone.models.djl..");
        livesOnlyIn("io.javalin..", "dev.touchstone.web.http..");
        livesOnlyIn("org.springframework..", "dev.touchstone.web.account..");
        livesOnlyIn("io.github.bucket4j..", "dev.touchstone.web.account..");
        livesOnlyIn("com.github.benmanes.caffeine..", "dev.touchstone.web.account..");
        livesOnlyIn("com.fasterxml.jackson..", "dev.touchstone.web..");
        check(noClasses()
                .that(resideOutsideOfPackage("dev.touchstone.web.ui..")
                        .and(resideOutsideOfPackage("gg.jte.generated..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte.."));
    }

    private static void livesOnlyIn(String library, String home) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(PRODUCT.stream()
                        .map(type -> type.getPackage())
                        .distinct()
                        .filter(known -> known.getName().startsWith("dev.touchstone"))
                        .filter(known -> !known.isAnnotatedWith(NullMarked.class))
                        .map(known -> known.getName()))
                .isEmpty();
    }

    @Test
    void clock_environment_and_randomness_enter_in_the_wiring() {
        var outside = noClasses()
                .that(resideOutsideOfPackage("dev.touchstone.web.app..")
                        .and(resideOutsideOfPackage("dev.touchstone.web.cli..")));
        check(outside.should().callMethod(System.class, "getenv"));
        check(outside.should().callMethod(System.class, "getenv", String.class));
        check(outside.should().callMethod(System.class, "currentTimeMillis"));
        check(outside.should().callMethod(Math.class, "random"));
        check(noClasses()
                .that(resideOutsideOfPackage("dev.touchstone.web.."))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now"));
    }

    @Test
    void the_standard_streams_belong_to_the_command_line() {
        // The extraction worker is a process of its own: its standard streams are its protocol.
        check(noClasses()
                .that(resideOutsideOfPackage("dev.touchstone.web.cli..")
                        .and(resideOutsideOfPackage("dev.touchstone.indexer.extract..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void there_is_one_way_to_log_and_no_state_that_everybody_shares() {
        check(noClasses()
                .that(resideOutsideOfPackage("dev.touchstone.web.app.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging.."));
        check(noClasses().should().dependOnClassesThat(resideInAPackage("org.mockito..")));
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage("dev.touchstone.."))
                .and()
                .areDeclaredInClassesThat(resideOutsideOfPackage("gg.jte.generated.."))
                .should()
                .beFinal());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(PRODUCT);
    }
}
