package org.entente.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/**
 * A gold folder held against what the loader reads in its articles; counts are pooled over rows. The rules by which
 * findings are matched and counted stand in the help of {@code entente evaluate}.
 *
 * @param documents one result for each article, in the folder's order
 */
public record Evaluation(List<DocumentResult> documents) {

  public Evaluation {
    documents = List.copyOf(documents);
  }

  /**
   * Reads every article of the folder and compares.
   *
   * @param folder see {@link GoldFolder}
   * @param reader from an article to what is found in it
   */
  public static Evaluation run(Path folder, Function<GoldArticle, Reading> reader) {
    return of(GoldFolder.read(folder), reader);
  }

  public static Evaluation of(List<GoldArticle> articles, Function<GoldArticle, Reading> reader) {
    return new Evaluation(
        articles.stream().map(gold -> DocumentResult.of(gold, reader.apply(gold))).toList());
  }

  public Score score(Level level) {
    return documents.stream().map(document -> document.score(level)).reduce(Score.NONE, Score::plus);
  }

  /** Recall over the rows of the kind, precision over the findings of the kind. */
  public Score score(Level level, Kind kind) {
    Predicate<Pair> hit = pair -> pair.hits(level);
    Predicate<Pair> rowOfKind = pair -> pair.row().kind() == kind;
    Predicate<Pair> findingOfKind = pair -> pair.finding().undertaking().kind() == kind;
    return new Score(
        (int) rows().filter(row -> row.kind() == kind).count(),
        (int) findings().filter(found -> found.undertaking().kind() == kind).count(),
        count(hit.and(rowOfKind)),
        count(hit.and(findingOfKind)));
  }

  public Accuracy statusAccuracy() {
    return accuracy(row -> true, Pair::sameStatus);
  }

  public Accuracy fieldAccuracy() {
    return accuracy(row -> true, Pair::sameField);
  }

  /** Over rows that have a date. */
  public Accuracy dateAccuracy() {
    return accuracy(row -> row.when().isPresent(), Pair::rightDate);
  }

  /** Over rows that have a place. */
  public Accuracy placeAccuracy() {
    return accuracy(row -> !row.places().isEmpty(), Pair::rightPlace);
  }

  /** Of all places found, how many their rows name. */
  public Accuracy placePrecision() {
    List<Pair> typed = pairs().filter(pair -> pair.hits(Level.TYPED)).toList();
    return new Accuracy(
        typed.stream().mapToInt(Pair::rightPlaces).sum(),
        typed.stream().mapToInt(p -> p.finding().places().size()).sum());
  }

  /** Of the roles of rows that have some, those that the finding gives to the same actor. */
  public Accuracy roleAccuracy() {
    List<Pair> typed = pairs().filter(pair -> pair.hits(Level.TYPED)).toList();
    return new Accuracy(
        typed.stream().mapToInt(Pair::rightRoles).sum(), typed.stream().mapToInt(p -> p.row().roles().size()).sum());
  }

  /** Rows that are proposals and were matched to a finding that is one. */
  public Accuracy proposalsFound() {
    int found = count(pair -> pair.row().isProposal() && pair.finding().undertaking().status() == Status.PROPOSED);
    return new Accuracy(found, (int) rows().filter(GoldRow::isProposal).count());
  }

  /** How often a finding of one kind was matched, with equal states, to a row of another or the same. */
  public int confusion(Kind gold, Kind found) {
    return count(pair -> pair.sameStates() && pair.row().kind() == gold
        && pair.finding().undertaking().kind() == found);
  }

  Stream<Pair> pairs() {
    return documents.stream().flatMap(document -> document.pairs().stream());
  }

  private Accuracy accuracy(Predicate<GoldRow> asked, Predicate<Pair> right) {
    Predicate<Pair> counted = pair -> pair.hits(Level.TYPED) && asked.test(pair.row());
    return new Accuracy(count(counted.and(right)), count(counted));
  }

  private int count(Predicate<Pair> condition) {
    return (int) pairs().filter(condition).count();
  }

  private Stream<GoldRow> rows() {
    return documents.stream().flatMap(document -> document.gold().rows().stream());
  }

  private Stream<Finding> findings() {
    return documents.stream()
        .flatMap(document -> Stream.concat(document.pairs().stream().map(Pair::finding), document.wrong().stream()));
  }
}
