package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;

/** Dates that a sentence does not give by itself: the entries of chronologies, and what is told of an occasion. */
class ArticleDatesTest {

  @Test
  void anEntryHappenedInTheYearOfItsHeading() {
    assertEquals(
        List.of("2013-04-09 completed", "2014-10-06 completed"),
        dates(
            "2013", "9 April – The foreign minister of Chad visits Cameroon.", "2014",
            "6 October – Defence ministers of Chad and Niger meet in Abuja."));
  }

  @Test
  void anEntryHappenedInTheMonthOfItsHeading() {
    assertEquals(
        List.of("2024-01-17 completed", "2023-11-03 completed"),
        dates(
            "JANUARY", "17 - The Japanese foreign minister visits Mongolia.", "November",
            "3. The foreign minister of Kenya visits Rwanda."));
  }

  @Test
  void anEntrysDateMayEndWithAFullStop() {
    assertEquals(
        List.of("2016-07-14 concluded"),
        dates("2016", "14 July. Indonesia and Malaysia sign an agreement on joint patrols in Jakarta."));
  }

  @Test
  void anEntrysMonthMayBeAbbreviated() {
    assertEquals(
        List.of("2024-02-02 completed"),
        dates("2024", "Feb. 2: The Kenyan deputy president flies to Kigali and tours a steel works in Rwanda."));
  }

  @Test
  void whatIsHeldEveryYearWasHeldOnTheDayOfItsEntry() {
    assertEquals(
        List.of("2024-02-20 completed"), dates("2024", "Feb. 20: Kenya and Rwanda hold their annual dialogue."));
  }

  @Test
  void aNumberedPointIsNoDate() {
    assertEquals(
        List.of("- concluded"), dates("Results", "3. Kenya and Rwanda signed an agreement on trade."));
  }

  @Test
  void aDateOfAnotherThingInTheClauseIsNotTheEvents() {
    assertEquals(
        List.of("2024-03-12 completed"),
        dates("The ministers of Kenya and Rwanda, partners since 2009, met in Kigali on Tuesday."));
  }

  @Test
  void aMonthWithoutAYearLiesAheadOfWhatIsPlanned() {
    assertEquals(
        List.of("2024-09 planned"),
        dates("Kenya plans to train 25 Rwandan engineers, starting in September."));
  }

  @Test
  void whatCameOfAVisitHappenedInItsDays() {
    assertEquals(
        List.of("2024-03-12 completed", "2024-03-12 concluded"),
        dates(
            "The president of Kenya visited Rwanda on Tuesday.",
            "Kenya and Rwanda signed an agreement on tourism."));
  }

  @Test
  void whatIsPlannedDidNotHappenInTheDaysOfTheVisitBefore() {
    assertEquals(
        List.of("2024-03-12 completed", "- planned"),
        dates(
            "The president of Kenya visited Rwanda on Tuesday.",
            "Kenya and Rwanda will sign an agreement on tourism."));
  }

  private static List<String> dates(String... paragraphs) {
    return Readers.READER.read(Readers.article(paragraphs)).undertakings().stream()
        .map(ArticleDatesTest::dateAndStatus).toList();
  }

  private static String dateAndStatus(Undertaking u) {
    return u.when().map(w -> w.edtf()).orElse("-") + " " + u.status().conceptName();
  }
}
