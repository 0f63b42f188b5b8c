package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The items of a list stand where the sentence that introduces them puts them. */
class ListsTest {

  private static final String COMMUNIQUE = """
      Laos and Vietnam: joint communique

      Vientiane, 12 June 2019

      %s

      """;

  @Test
  void whatTwoSidesAgreedToDoIsPlannedAndNobodysAdvice() {
    List<Undertaking> found = read("""
        The two prime ministers agreed to:

        - open a new border gate at Nam Soi before 2021;

        - hold a joint rescue exercise every spring.
        """);
    assertEquals(List.of("Coordination LAO+VNM planned", "Exercise LAO+VNM planned"), Readers.lines(found));
  }

  @Test
  void whatTwoSidesWillDoIsPlanned() {
    List<Undertaking> found = read("""
        Under the plan Laos and Vietnam will:

        - hold a joint rescue exercise every spring;

        - sign an agreement on coal.
        """);
    assertEquals(List.of("Exercise LAO+VNM planned", "Agreement LAO+VNM planned"), Readers.lines(found));
  }

  /** The parser takes "Swap" at the head of an item for a noun; among imperatives it is one. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Swap thirty teachers with Vietnam. | Exchange",
    "Ship gas to Vietnam. | Transfer",
    "Coach Vietnamese pilots. | Training"})
  void anItemAmongImperativesIsOneThoughTheParserTakesItForANoun(String item, String kind) {
    List<Undertaking> found = read("""
        These steps of Laos would help:

        - Sign an agreement on coal with Vietnam.

        - Hold a joint rescue exercise with Vietnam.

        - Build a bridge with Vietnam.

        - %s
        """.formatted(item));
    assertEquals(List.of("Agreement LAO+VNM proposed", "Exercise LAO+VNM proposed", "Project LAO+VNM proposed",
        kind + " LAO+VNM proposed"), Readers.lines(found));
  }

  @Test
  void imperativesBehindASentenceThatIsCompleteStayTheAuthorsAdvice() {
    List<Undertaking> found = read("""
        These steps of Laos and Vietnam would help:

        - Hold a joint rescue exercise.

        - Sign an agreement on coal.
        """);
    assertEquals(List.of("Exercise LAO+VNM proposed", "Agreement LAO+VNM proposed"), Readers.lines(found));
  }

  @Test
  void infinitivesBehindAnOpenVerbAreWhatWasDecided() {
    List<Undertaking> found = read("""
        The two sides have also decided:

        - to establish a joint chamber of commerce in Hue;

        - to sign an agreement on coal.
        """);
    assertEquals(List.of("JointBody LAO+VNM planned", "Agreement LAO+VNM planned"), Readers.lines(found));
  }

  @Test
  void documentsThatWereSignedAreToldOneByOneAndNotOnceMoreByWhatIntroducesThem() {
    List<Undertaking> found = read("""
        The following documents were signed by Laos and Vietnam:

        1. an agreement on the mutual recognition of diplomas;

        2. a memorandum on coal purchases.
        """);
    assertEquals(List.of("Agreement LAO+VNM concluded", "Agreement LAO+VNM concluded"), Readers.lines(found));
    assertTrue(found.getFirst().evidence().getFirst().words().startsWith("an agreement"));
  }

  @Test
  void whatIsOnlyTalkedAboutIsUnderNegotiation() {
    List<Undertaking> found = read("""
        The ministers of Laos and Vietnam discussed:

        - the sale of electricity to Vietnam;

        - a joint search for the remains of soldiers.
        """);
    assertTrue(Readers.lines(found).contains("Transfer LAO+VNM negotiating"), () -> Readers.lines(found).toString());
  }

  @Test
  void whatABodyRecommendsDidNotHappenThoughItsItemsAreWholeSentences() {
    List<Undertaking> found = Readers.READER.read(Readers.text("""
        Lake Chad Basin: note of the secretariat

        N'Djamena, 14 May 2019

        The secretariat recommends to the council that:

        (a) Niger and Nigeria sign an agreement on fish stocks;

        (b) Chad and Cameroon revive their joint water committee;

        (c) Nigeria train Chadian customs officers in Lagos.
        """)).undertakings();
    assertFalse(found.isEmpty());
    assertTrue(found.stream().allMatch(u -> u.status() == Status.PROPOSED), () -> Readers.lines(found).toString());
  }

  @Test
  void noneOfThemIsTakenForDoneByTheLearnedReaderEither() {
    List<Undertaking> found = Readers.BOTH.read(Readers.text("""
        Mekong council: report to the ministers

        Phnom Penh, 3 March 2020

        The secretary suggests that:

        (a) Laos and Thailand reopen the ferry at Pak Beng;

        (b) Vietnam teach Cambodian pilots at Nha Trang.
        """)).undertakings();
    assertTrue(found.stream().noneMatch(u -> u.status().group() == Status.Group.DONE),
        () -> Readers.lines(found).toString());
  }

  @Test
  void wholeSentencesBehindOneThatIsCompleteStandByThemselves() {
    List<Undertaking> found = read("""
        The visit brought three results:

        - Laos and Vietnam signed an agreement on coal;

        - Vietnam handed over two patrol boats to Laos.
        """);
    assertTrue(Readers.lines(found).containsAll(List.of("Agreement LAO+VNM concluded", "Transfer LAO+VNM completed")),
        () -> Readers.lines(found).toString());
  }

  private static List<Undertaking> read(String text) {
    return Readers.READER.read(Readers.text(COMMUNIQUE.formatted(text))).undertakings();
  }
}
