package org.entente;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.load.Software;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may use whom: arrows between packages only ever point down, and libraries stay where they belong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageArrowsTest {

  private static final String ROOT = "org.entente.";

  /** From each package to those that it may use; itself is always allowed. */
  private static final String ALLOWED =
      """
      problem        ->
      vocab          ->
      article        -> problem vocab
      article.header -> article
      article.text   -> article article.header
      article.html   -> article article.header article.text
      article.pdf    -> article article.text
      article.office -> article article.text
      article.archive -> article article.header
      article.press  -> article article.header article.office article.archive
      article.intake -> article article.header article.text article.html article.pdf article.office article.archive \
      article.press
      text           -> problem vocab
      syntax         -> text
      time           -> problem vocab text
      actor          -> problem vocab text validate
      validate       -> problem vocab
      store          -> problem vocab
      query          -> problem vocab
      curation       -> problem vocab
      linking        -> problem vocab store
      access         -> problem
      publish.door   -> problem
      undertaking    -> problem text time actor
      lexicon        -> problem vocab undertaking validate
      mention        -> problem vocab text time actor syntax article
      factuality     -> text syntax lexicon undertaking
      event          -> text time actor syntax lexicon mention factuality undertaking
      reference      -> text actor article syntax lexicon mention
      argument       -> vocab text actor syntax lexicon mention factuality event reference undertaking
      advice         -> text article syntax factuality lexicon mention event argument reference undertaking
      merge          -> text time actor article lexicon argument event undertaking
      learned        -> problem text time actor article syntax mention event reference argument undertaking
      reading        -> problem text time actor article syntax lexicon mention factuality event reference argument \
      advice merge undertaking learned
      publish.page.html -> problem
      publish.page.part -> problem vocab publish.page.html
      publish.page.picture -> publish.page.html publish.page.part
      publish.page.term -> vocab publish.page.html publish.page.part publish.page.picture
      publish.page   -> problem vocab query publish.page.html publish.page.part publish.page.picture publish.page.term
      publish.dump   -> problem vocab store
      publish.bounded -> problem store
      versions       -> problem vocab publish.dump
      publish.export -> problem vocab query
      rdf            -> problem vocab article text time actor undertaking
      publish.http   -> problem vocab publish.door
      publish.assistant -> vocab
      publish.data   -> problem vocab store publish.http publish.dump
      publish.sparql -> problem vocab query publish.http publish.data publish.bounded publish.door
      publish.site   -> problem vocab store query access actor publish.http publish.data publish.sparql publish.page \
      publish.page.part publish.page.term publish.dump publish.export publish.door publish.assistant \
      versions
      publish.files  -> problem vocab publish.data publish.dump publish.page.html publish.site
      load           -> problem vocab article article.intake text time actor lexicon validate store undertaking \
      reading rdf curation learned mention reference argument
      evaluate       -> problem vocab article article.intake text time actor undertaking reading load
      spark          -> problem vocab article article.intake load query
      cli            -> problem vocab article article.intake text time actor lexicon validate store query undertaking \
      publish.page publish.dump publish.export publish.data publish.assistant publish.sparql publish.site publish.door \
      publish.files access reading factuality rdf curation linking versions load evaluate learned
      """;

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.entente");

  @Test
  void pointsDownOnly() {
    Map<String, Set<String>> allowed = allowed();
    Set<String> forbidden = new TreeSet<>();
    for (JavaClass user : classes) {
      String from = room(user);
      user.getDirectDependenciesFromSelf().stream()
          .filter(arrow -> arrow.getTargetClass().getPackageName().startsWith(ROOT))
          .filter(arrow -> !room(arrow.getTargetClass()).equals(from))
          .filter(arrow -> !allowed.getOrDefault(from, Set.of()).contains(room(arrow.getTargetClass())))
          .forEach(arrow -> forbidden.add(from + " -> " + room(arrow.getTargetClass()) + ": " + user.getName()));
    }
    assertEquals(Set.of(), forbidden);
  }

  @Test
  void namesEveryPackage() {
    Set<String> unknown = new TreeSet<>();
    classes.forEach(known -> unknown.add(room(known)));
    assertTrue(unknown.contains("load"), "the classes are there");
    unknown.removeAll(allowed().keySet());
    assertEquals(Set.of(), unknown);
  }

  /** Their changes do not have articles read again. */
  @Test
  void letsNothingThatReadsUseWhatIsSaidNotToRead() {
    Set<String> users = new TreeSet<>();
    allowed().forEach((room, others) -> {
      if (!doesNotRead(room) && others.stream().anyMatch(PackageArrowsTest::doesNotRead)) {
        users.add(room);
      }
    });
    assertEquals(Set.of(), users);
    assertTrue(doesNotRead("publish.page") && !doesNotRead("load"), "both sorts are there");
  }

  private static boolean doesNotRead(String room) {
    return Software.ROOMS_THAT_DO_NOT_READ.contains(room.split("\\.")[0]);
  }

  @Test
  void keepsRdfOutOfTheDomain() {
    List<String> domain = List.of("article", "text", "time", "syntax", "mention", "undertaking", "factuality", "event",
        "reference", "argument", "advice", "merge", "reading", "learned");
    noClasses()
        .that(describe("are in the domain", known -> domain.contains(room(known).split("\\.", 2)[0])))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.jena..")
        .check(classes);
  }

  @Test
  void keepsTheParserInTheAnnotator() {
    noClasses()
        .that(
            describe("are not the annotator and its models", known -> !known.getName().startsWith(ROOT + "text.Nlp4j")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("edu.emory..")
        .check(classes);
  }

  /** Corpora beyond one machine are a build of their own. */
  @Test
  void keepsSparkAndHadoopInTheirRoom() {
    noClasses()
        .that(describe("are not those that run on a cluster", known -> !room(known).equals("spark")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(classes);
  }

  /** A store that was left in disorder is mended whatever command opens it. */
  @Test
  void letsCommandsOpenAStoreInOneWay() {
    noClasses()
        .that(describe("are commands",
            known -> room(known).equals("cli") && !known.getSimpleName().equals("StoreOption")))
        .should()
        .callMethodWhere(describe("opens a folder", call -> call.getTargetOwner().getSimpleName().equals("GraphStore")
            && call.getName().startsWith("open")))
        .check(classes);
  }

  private static Map<String, Set<String>> allowed() {
    Map<String, Set<String>> allowed = new TreeMap<>();
    ALLOWED.lines().forEach(
        line -> {
          String[] sides = line.split("->", 2);
          allowed.put(sides[0].strip(), Set.copyOf(Arrays.asList(sides[1].strip().split("\\s+"))));
        });
    return allowed;
  }

  private static String room(JavaClass known) {
    String name = known.getPackageName().substring(Math.min(ROOT.length(), known.getPackageName().length()));
    String first = name.split("\\.", 2)[0];
    return List.of("publish", "article").contains(first) ? name : first;
  }

  /** The labels of the parser's own scheme; only the adapter may speak them, and still the finder of names, which reads before it. */
  @Test
  void keepsTheParsersLabelsInTheAdapter() throws java.io.IOException {
    java.util.regex.Pattern label =
        java.util.regex.Pattern.compile(
            "\"(nsubj|nsubjpass|csubj|dobj|pobj|pcomp|relcl|advcl|xcomp|ccomp|acomp|npadvmod|auxpass|oprd)\"");
    Set<String> found = new TreeSet<>();
    try (var files = java.nio.file.Files.walk(java.nio.file.Path.of("src/main/java"))) {
      for (java.nio.file.Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        boolean adapter =
            List.of("ClauseGraphAdapter.java", "SentenceTokens.java").contains(file.getFileName().toString());
        if (!adapter && label.matcher(java.nio.file.Files.readString(file)).find()) {
          found.add(file.toString());
        }
      }
    }
    assertEquals(Set.of(), found);
  }
}
