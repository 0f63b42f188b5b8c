package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.entente.evaluate.Evaluation;
import org.entente.evaluate.Level;
import org.entente.evaluate.Reading;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Proposal;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The real article and the annotated ones, which are not ours: skipped unless {@code entente.corpus} names them. */
class GoldTest {

  private static final ArticleReaders READERS = new ArticleReaders();

  @Test
  void keepsTheBarsOnTheAnnotatedArticles() {
    keepsTheBars(Readers.READER, 0.80, 0.77);
  }

  /** These articles are what the rules were made with: the learned reader adds much to others, and a little to these. */
  @Test
  void keepsThemWithTheLearnedReaderBeside() {
    keepsTheBars(Readers.BOTH, 0.82, 0.81);
  }

  private static void keepsTheBars(RuleReader reader, double states, double typed) {
    Evaluation evaluation = Evaluation.run(corpus().resolve("gold"), gold -> read(reader, gold.file()));
    assertTrue(evaluation.score(Level.STATES).f1() >= states, "states");
    assertTrue(evaluation.score(Level.TYPED).f1() >= typed, "typed");
    assertTrue(evaluation.score(Level.FULL).f1() >= 0.65, "full");
  }

  @Test
  void readsTheTwentyFiveProposalsOfTheRealArticleUnderTheirFrontsInOrder() {
    Extraction extraction = read(article()).extraction();
    List<Proposal> proposals = extraction.proposals();
    assertEquals(25, proposals.size());
    assertEquals(5, proposals.stream().map(p -> p.front().orElseThrow()).distinct().count());
    assertEquals(
        Set.of("RUS", "PAK"),
        proposals.stream().flatMap(p -> p.addressedTo().stream()).flatMap(a -> a.state().stream())
            .collect(Collectors.toSet()));
    for (Proposal p : proposals) {
      p.proposes().forEach(n -> assertEquals(Status.PROPOSED, extraction.undertakings().get(n - 1).status()));
    }
  }

  @Test
  void neverTakesAProposalOfTheRealArticleForSomethingThatHappened() {
    Extraction extraction = read(article()).extraction();
    Set<String> proposed =
        extraction.proposals().stream().map(p -> p.evidence().getFirst().words()).collect(Collectors.toSet());
    for (Undertaking u : extraction.undertakings()) {
      boolean fromList = proposed.contains(u.evidence().getFirst().words());
      assertEquals(fromList, u.status() == Status.PROPOSED, u.evidence().getFirst().words());
    }
  }

  @Test
  void readsTheVisitsAndDealsOfTheRealArticle() {
    List<Undertaking> found = read(article()).extraction().undertakings();
    assertEquals(4, found.stream().filter(u -> u.kind() == Kind.VISIT && u.when().isPresent()
        || u.kind() == Kind.VISIT && u.places().stream().anyMatch(p -> p.name().equals("Moscow")))
        .filter(u -> u.status() == Status.COMPLETED).count());
    Undertaking naval = only(found, Kind.AGREEMENT, "naval");
    Undertaking training = only(found, Kind.AGREEMENT, "military-training");
    assertTrue(found.stream().anyMatch(u -> u.kind() == Kind.VISIT && u.resultedIn().contains(naval.ordinal())));
    assertTrue(found.stream().anyMatch(u -> u.kind() == Kind.VISIT && u.resultedIn().contains(training.ordinal())));
    assertEquals(4L, found.stream().filter(u -> u.kind() == Kind.TRANSFER && u.status() == Status.COMPLETED).findFirst()
        .orElseThrow().quantity().orElseThrow());
  }

  private static Undertaking only(List<Undertaking> found, Kind kind, String field) {
    return found.stream()
        .filter(u -> u.kind() == kind && u.status() == Status.CONCLUDED && u.fields().getFirst().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static Path article() {
    return corpus().resolve("articles/russia-pakistan-2018-08-10.txt");
  }

  private static Path corpus() {
    String folder = System.getProperty("entente.corpus", "");
    Assumptions.assumeTrue(
        !folder.isBlank() && Files.isDirectory(Path.of(folder)),
        "entente.corpus does not name the folder of the annotated articles");
    return Path.of(folder);
  }

  private static Reading read(Path file) {
    return read(Readers.READER, file);
  }

  private static Reading read(RuleReader reader, Path file) {
    Article article = READERS.read(file, MetadataOverrides.none());
    return new Reading(article, reader.read(article));
  }
}
