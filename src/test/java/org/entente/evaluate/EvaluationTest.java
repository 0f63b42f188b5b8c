package org.entente.evaluate;

import static org.entente.evaluate.Samples.found;
import static org.entente.evaluate.Samples.reading;
import static org.entente.evaluate.Samples.row;
import static org.entente.evaluate.Samples.state;
import static org.entente.evaluate.Samples.withParties;
import static org.entente.evaluate.Samples.withRoles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Party;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final String PORT = "Chile and Peru will widen the port. They should meet in Ilo.";
  private static final String SHIP = "Peru lent Chile a ship. Nobody visited Quito.";

  private final Evaluation evaluation = Evaluation.of(
      List.of(
          article(
              "port.txt",
              row("E01", "CHL+PER", Kind.PROJECT, Status.PLANNED, "widen the port"),
              row("P01", "CHL+PER", Kind.MEETING, Status.PROPOSED, "should meet in Ilo")),
          article("ship.txt", row("E01", "CHL+PER", Kind.TRANSFER, Status.COMPLETED, "lent Chile"))),
      article -> Map.of(
          "port.txt",
          reading(
              PORT,
              found(1, "CHL+PER", Kind.AGREEMENT, Status.PLANNED, "Chile and Peru will widen the port."),
              found(2, "CHL+PER", Kind.MEETING, Status.PROPOSED, "They should meet in Ilo.")),
          "ship.txt",
          reading(
              SHIP,
              found(1, "CHL+PER", Kind.TRANSFER, Status.ONGOING, "Peru lent Chile a ship."),
              found(2, "ECU+PER", Kind.VISIT, Status.COMPLETED, "Nobody visited Quito.")))
          .get(article.name()));

  @Test
  void poolsCountsOverArticles() {
    assertEquals(new Score(3, 4, 3, 3), evaluation.score(Level.STATES));
    assertEquals(new Score(3, 4, 2, 2), evaluation.score(Level.TYPED));
    assertEquals(new Score(3, 4, 1, 1), evaluation.score(Level.FULL));
    assertEquals(2.0 / 7, evaluation.score(Level.FULL).f1(), 1e-9);
  }

  @Test
  void countsRowsAndFindingsOfAKindApart() {
    assertEquals(new Score(1, 0, 1, 0), evaluation.score(Level.STATES, Kind.PROJECT));
    assertEquals(new Score(0, 1, 0, 1), evaluation.score(Level.STATES, Kind.AGREEMENT));
    assertEquals(new Score(0, 1, 0, 0), evaluation.score(Level.FULL, Kind.VISIT));
  }

  @Test
  void asksForDetailsOnlyOnRowsOfTheRightKindThatHaveThem() {
    assertEquals(new Accuracy(1, 2), evaluation.statusAccuracy());
    assertEquals(new Accuracy(2, 2), evaluation.fieldAccuracy());
    assertEquals(new Accuracy(0, 0), evaluation.dateAccuracy());
    assertEquals(new Accuracy(1, 1), evaluation.proposalsFound());
  }

  @Test
  void countsTheRolesOfRowsThatHaveSome() {
    Evaluation lent = Evaluation.of(
        List.of(
            article(
                "ship.txt",
                withRoles(
                    row("E01", "CHL+PER", Kind.TRANSFER, Status.COMPLETED, "lent Chile"), "provider=PER",
                    "recipient=CHL", "mediator=the Andean Community"))),
        article -> reading(
            SHIP,
            withParties(
                found(1, "CHL+PER", Kind.TRANSFER, Status.COMPLETED, "Peru lent Chile a ship."),
                new Party(state("PER"), Role.PROVIDER), new Party(state("CHL"), Role.PARTICIPANT),
                new Party(
                    new Actor(
                        Actor.Type.INSTITUTION, "andean-community", "Andean Community", "Organisation",
                        Optional.empty(), true),
                    Role.MEDIATOR))));
    assertEquals(new Accuracy(2, 3), lent.roleAccuracy());
  }

  @Test
  void countsWhichKindsAreConfused() {
    assertEquals(1, evaluation.confusion(Kind.PROJECT, Kind.AGREEMENT));
    assertEquals(0, evaluation.confusion(Kind.AGREEMENT, Kind.PROJECT));
  }

  @Test
  void printsATableThatNamesWrongFindings() {
    String summary = EvaluationSummary.of(evaluation);
    assertTrue(summary.contains("Findings left over as wrong: ship.txt 1"), summary);
    assertTrue(summary.contains("Proposals found as proposals: 1 of 1"), summary);
  }

  @Test
  void printsTheSameFiguresForPrograms() {
    String table = EvaluationTable.of(evaluation);
    assertTrue(table.contains("overall\tall\tstates.precision\t3\t4\t0.7500\n"), table);
    assertTrue(table.contains("document\tship.txt\tfull.recall\t0\t1\t0.0000\n"), table);
    assertTrue(table.lines().allMatch(line -> line.split("\t", -1).length == 6));
  }

  @Test
  void listsEachErrorWithItsSentence() {
    String list = ErrorList.of(evaluation);
    assertTrue(list.contains("DIFFER  E01 #1 differ in kind"), list);
    assertTrue(list.contains("Chile and Peru will >widen the port<."), list);
    assertTrue(list.contains("WRONG   #2"), list);
    assertTrue(list.contains("says   Nobody visited Quito."), list);
  }

  @Test
  void listsAMissedRowWithTheSentenceOfItsAnchor() {
    Evaluation missed = Evaluation.of(
        List.of(article("ship.txt", row("E01", "CHL+PER", Kind.TRANSFER, Status.COMPLETED, "lent Chile"))),
        article -> reading(SHIP));
    String list = ErrorList.of(missed);
    assertTrue(list.contains("MISSED  E01"), list);
    assertTrue(list.contains("says   Peru >lent Chile< a ship.\n"), list);
  }

  private static GoldArticle article(String name, GoldRow... rows) {
    return new GoldArticle(name, Path.of(name), Optional.empty(), List.of(rows));
  }
}
