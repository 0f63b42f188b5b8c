package org.entente;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may use which: an arrow only ever points down. */
class PackageArrowsTest {

  private static final String ROOT = "org.entente.";

  private static final JavaClasses OURS =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.entente");

  /** A package, and those of ours that it may use. */
  private record Arrows(String from, String... to) {

    void check() {
      DescribedPredicate<JavaClass> allowed =
          resideInAnyPackage(
              Stream.concat(Stream.of(from), Arrays.stream(to)).map(p -> ROOT + p).toArray(String[]::new));
      DescribedPredicate<JavaClass> foreign = DescribedPredicate.not(resideInAnyPackage("org.entente.."));
      classes()
          .that().resideInAPackage(ROOT + from)
          .should().onlyDependOnClassesThat(allowed.or(foreign))
          .allowEmptyShould(true)
          .check(OURS);
    }
  }

  @TestFactory
  Stream<DynamicTest> packagesUseOnlyWhatLiesBelowThem() {
    return Stream.of(
            new Arrows("problem"),
            new Arrows("vocab"),
            new Arrows("time"),
            new Arrows("article", "problem", "vocab"),
            new Arrows("text", "problem", "vocab"),
            new Arrows("actor", "problem", "vocab"),
            new Arrows("lexicon", "problem", "vocab"),
            new Arrows("validate", "problem", "vocab"),
            new Arrows("store", "problem", "vocab"),
            new Arrows("query", "problem", "vocab"),
            new Arrows("mention", "problem", "text", "time", "actor"),
            new Arrows("undertaking", "problem", "text", "time", "actor"),
            new Arrows("publish.page", "problem", "vocab", "query"),
            new Arrows("publish.dump", "problem", "vocab", "store"),
            new Arrows(
                "extract", "problem", "text", "time", "actor", "lexicon", "mention", "undertaking", "article"),
            new Arrows("rdf", "problem", "vocab", "article", "text", "time", "actor", "undertaking"),
            new Arrows(
                "publish.server", "problem", "vocab", "store", "query", "publish.page", "publish.dump"),
            new Arrows(
                "load", "problem", "vocab", "article", "text", "time", "actor", "lexicon", "mention", "extract",
                "undertaking", "rdf", "validate", "store"),
            new Arrows(
                "evaluate", "problem", "vocab", "article", "text", "time", "actor", "undertaking", "load"))
        .map(arrows -> DynamicTest.dynamicTest(arrows.from() + " uses only what lies below it", arrows::check));
  }

  @Test
  void jenaStaysOutOfReadingAndOfTheDomain() {
    noClasses()
        .that().resideInAnyPackage(
            packages("problem", "article", "text", "time", "mention", "undertaking", "extract"))
        .should().dependOnClassesThat().resideInAPackage("org.apache.jena..")
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void oneClassKnowsTheLanguageLibrary() {
    noClasses()
        .that().doNotHaveFullyQualifiedName(ROOT + "text.Nlp4jAnnotator")
        .should().dependOnClassesThat().resideInAPackage("edu.emory.mathcs..")
        .check(OURS);
  }

  @Test
  void thePackagesHaveNoCircles() {
    slices().matching("org.entente.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void onlyTheCommandLineKnowsItsLibrary() {
    noClasses()
        .that().resideOutsideOfPackage(ROOT + "cli")
        .should().dependOnClassesThat().resideInAPackage("picocli..")
        .check(OURS);
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(n -> ROOT + n).toArray(String[]::new);
  }
}
