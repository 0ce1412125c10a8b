package org.crosscheck;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the house: which package may use which. The README draws them. */
class HouseTest {
    private static final String ROOT = "org.crosscheck.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.crosscheck");

    /** What each package may use of the others. */
    private static final Map<String, List<String>> ARROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("value", List.of()),
            Map.entry("verdict", List.of("value")),
            Map.entry("lineage", List.of()),
            Map.entry("extract", List.of("value")),
            Map.entry("postgres", List.of()),
            Map.entry("monitor", List.of()),
            Map.entry("problem", List.of()),
            Map.entry("http", List.of("monitor", "problem")),
            Map.entry("access", List.of("http", "problem")),
            Map.entry("party", List.of("access", "http", "problem", "value")),
            Map.entry("concept", List.of("party", "access", "http", "problem", "value")),
            Map.entry("story", List.of("concept", "party", "access", "http", "problem", "value")),
            Map.entry("source", List.of("story", "concept", "party", "access", "http", "problem", "value", "lineage")),
            Map.entry("proposal", List.of("extract", "concept", "party", "value", "monitor")),
            Map.entry(
                    "fact",
                    List.of(
                            "proposal",
                            "extract",
                            "source",
                            "story",
                            "concept",
                            "party",
                            "access",
                            "http",
                            "monitor",
                            "problem",
                            "value",
                            "verdict")),
            Map.entry("decision", List.of("story", "access", "http", "problem", "value", "verdict")),
            Map.entry(
                    "report",
                    List.of(
                            "decision",
                            "fact",
                            "source",
                            "story",
                            "concept",
                            "party",
                            "access",
                            "http",
                            "monitor",
                            "problem",
                            "value",
                            "verdict",
                            "lineage")),
            Map.entry("change", List.of("report", "story", "access", "http", "monitor", "problem", "verdict")),
            Map.entry("webhook", List.of("change", "access", "http", "monitor", "problem", "verdict")),
            Map.entry(
                    "dossier",
                    List.of(
                            "report", "fact", "source", "story", "concept", "party", "access", "http", "monitor",
                            "problem", "value")),
            Map.entry(
                    "web",
                    List.of(
                            "change",
                            "report",
                            "decision",
                            "fact",
                            "source",
                            "story",
                            "concept",
                            "party",
                            "access",
                            "http",
                            "problem",
                            "value",
                            "verdict"))));

    static Stream<Map.Entry<String, List<String>>> arrows() {
        return ARROWS.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void a_package_uses_only_those_that_it_may(Map.Entry<String, List<String>> arrow) {
        String[] allowed = Stream.concat(Stream.of(arrow.getKey()), arrow.getValue().stream())
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + arrow.getKey() + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.crosscheck..").and(not(resideInAnyPackage(allowed))))
                .because("a newcomer should know from a class's package what it can touch")
                .check(CLASSES);
    }

    @Test
    void every_package_has_a_row_and_says_what_it_is_for() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/crosscheck"))) {
            List<Path> packages = folders.filter(Files::isDirectory).toList();
            assertThat(packages)
                    .extracting(folder -> folder.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
            assertThat(packages)
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java")).exists());
        }
    }

    @Test
    void the_pure_packages_know_no_framework() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + "value..", ROOT + "verdict..", ROOT + "lineage..", ROOT + "extract..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        ROOT + "value..",
                        ROOT + "verdict..",
                        ROOT + "lineage..",
                        ROOT + "extract..",
                        "com.ibm.icu..",
                        "org.ahocorasick..",
                        "opennlp.tools..",
                        "javax.measure..",
                        "systems.uom..",
                        "tech.units..")
                .because("every verdict can be reproduced in a unit test, on a command line or inside another engine")
                .check(CLASSES);
    }

    @Test
    void an_entity_stays_home() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PanacheEntityBase.class)
                .because("resources show views; entities never reach JSON")
                .check(CLASSES);
    }

    @Test
    void nothing_is_injected_into_fields() {
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .because("a class's needs are in its constructor")
                .check(CLASSES);
    }
}
