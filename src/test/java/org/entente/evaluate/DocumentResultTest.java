package org.entente.evaluate;

import static org.entente.evaluate.Samples.dated;
import static org.entente.evaluate.Samples.found;
import static org.entente.evaluate.Samples.placed;
import static org.entente.evaluate.Samples.reading;
import static org.entente.evaluate.Samples.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;

class DocumentResultTest {

  private static final String TEXT = "Peru and Chile sealed a copper pact. Lima hosted the talks.";

  @Test
  void matchesOnlyWhereTheAnchorStandsInAPassage() {
    DocumentResult result = result(
        List.of(row("E01", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "a copper pact")),
        found(1, "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "Lima hosted the talks."));
    assertEquals(List.of(), result.pairs());
    assertEquals(1, result.missed().size());
    assertEquals(1, result.wrong().size());
  }

  @Test
  void findsTheAnchorInAnyPassageWhateverTheWhiteSpace() {
    DocumentResult result = result(
        List.of(row("E01", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "a copper pact")),
        found(1, "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "Lima hosted.", "sealed a\u00a0copper\n pact"));
    assertEquals(1, result.hits(Level.FULL));
  }

  @Test
  void minglesNoLevels() {
    DocumentResult result = result(
        List.of(row("E01", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "pact")),
        found(1, "CHL+PER", Kind.VISIT, Status.CONCLUDED, "the pact"));
    assertEquals(1, result.hits(Level.STATES));
    assertEquals(0, result.hits(Level.TYPED));
    assertEquals(0, result.hits(Level.FULL));
    assertEquals(1.0, result.score(Level.STATES).f1());
  }

  @Test
  void takesCompletedAndConcludedForTheSameGroupButNotPlanned() {
    GoldRow row = row("E01", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "pact");
    assertEquals(1, result(List.of(row), found(1, "CHL+PER", Kind.AGREEMENT, Status.COMPLETED, "pact"))
        .hits(Level.FULL));
    assertEquals(0, result(List.of(row), found(1, "CHL+PER", Kind.AGREEMENT, Status.PLANNED, "pact"))
        .hits(Level.FULL));
  }

  @Test
  void prefersEqualStatesToEqualKinds() {
    DocumentResult result = result(
        List.of(row("E01", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "pact")),
        found(1, "CHL", Kind.AGREEMENT, Status.CONCLUDED, "pact"),
        found(2, "CHL+PER", Kind.VISIT, Status.ENDED, "pact"));
    assertEquals(2, result.pairs().getFirst().finding().undertaking().ordinal());
    assertEquals(1, result.wrong().size());
  }

  @Test
  void matchesTwoRowsOfOneSentenceByTheirKinds() {
    DocumentResult result = result(
        List.of(
            row("E01", "CHL+PER", Kind.VISIT, Status.COMPLETED, "went to Lima"),
            row("E02", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "signed a pact")),
        found(1, "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "She went to Lima and signed a pact."),
        found(2, "CHL+PER", Kind.VISIT, Status.COMPLETED, "She went to Lima and signed a pact."));
    assertEquals(2, result.hits(Level.FULL));
  }

  @Test
  void givesEachFindingToOneRowOnly() {
    DocumentResult result = result(
        List.of(
            row("E01", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "signed a pact"),
            row("E02", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "a pact")),
        found(1, "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "They signed a pact."));
    assertEquals(1, result.hits(Level.STATES));
    assertEquals(1, result.missed().size());
    assertEquals(1.0, result.score(Level.STATES).precision());
    assertEquals(0.5, result.score(Level.STATES).recall());
  }

  @Test
  void acceptsADateThatOverlapsAndIsAMonthLongerAtMost() {
    GoldRow row = dated(row("E01", "CHL+PER", Kind.VISIT, Status.COMPLETED, "visit"), days("2020-05-04", "2020-05-10"));
    assertTrue(pair(row, "2020-05-10", "2020-05-16").rightDate());
    assertTrue(pair(row, "2020-05-01", "2020-06-07").rightDate());
    assertFalse(pair(row, "2020-05-01", "2020-06-08").rightDate());
    assertFalse(pair(row, "2020-05-11", "2020-05-16").rightDate());
    assertFalse(new Pair(row, Finding.of(found(1, "PER", Kind.VISIT, Status.COMPLETED, "visit"))).rightDate());
  }

  @Test
  void acceptsAPlaceOfWhichOneNameIsShared() {
    GoldRow row = placed(row("E01", "CHL+PER", Kind.PROJECT, Status.PLANNED, "road"), "Tacna", "the Río Lluta");
    assertTrue(placedPair(row, "Arica", "Rio Lluta").rightPlace());
    assertFalse(placedPair(row, "Arica").rightPlace());
    assertFalse(placedPair(row).rightPlace());
  }

  @Test
  void tellsWhenAnOfferIsPassedOffAsAnEvent() {
    GoldRow offer = row("E01", "CHL+PER", Kind.STATEMENT, Status.OFFERED, "offer");
    GoldRow plan = row("E02", "CHL+PER", Kind.VISIT, Status.PLANNED, "offer");
    Finding event = Finding.of(found(1, "CHL+PER", Kind.VISIT, Status.COMPLETED, "offer"));
    assertTrue(new Pair(offer, event).passedOffAsEvent());
    assertFalse(new Pair(plan, event).passedOffAsEvent());
    assertFalse(new Pair(offer, Finding.of(found(1, "CHL+PER", Kind.VISIT, Status.ENDED, "offer"))).passedOffAsEvent());
  }

  @Test
  void reportsRowsWhoseAnchorIsNotInTheText() {
    DocumentResult result = result(List.of(
        row("E01", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "copper pact"),
        row("E02", "CHL+PER", Kind.AGREEMENT, Status.CONCLUDED, "silver pact")));
    assertEquals(List.of("E02"), result.unanchored().stream().map(GoldRow::id).toList());
  }

  private static DocumentResult result(List<GoldRow> rows, Undertaking... found) {
    GoldArticle gold = new GoldArticle("invented.txt", Path.of("invented.txt"), Optional.empty(), rows);
    return DocumentResult.of(gold, reading(TEXT, found));
  }

  private static Pair pair(GoldRow row, String from, String to) {
    return new Pair(row, Finding.of(found(
        1, "CHL+PER", Kind.VISIT, Status.COMPLETED, Optional.of(days(from, to)), List.of(), "visit")));
  }

  private static Pair placedPair(GoldRow row, String... places) {
    return new Pair(row, Finding.of(found(
        1, "CHL+PER", Kind.PROJECT, Status.PLANNED, Optional.empty(), Arrays.asList(places), "road")));
  }

  private static TimeInterval days(String from, String to) {
    return TimeInterval.within(LocalDate.parse(from), LocalDate.parse(to));
  }
}
