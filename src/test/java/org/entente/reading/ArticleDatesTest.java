package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.article.Article;
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

  @Test
  void anEntryMayHaveNoMoreThanItsYear() {
    assertEquals(
        List.of("1996 completed", "2019 completed"),
        dates("1996 - Finnish President Ahtisaari visits Peru.",
            "2019: Peru provides Bolivia with 200 tonnes of wheat."));
  }

  @Test
  void linesThatBeginWithAYearAreEntriesOfAChronology() {
    Article timeline = Readers.text("""
        India and Zambia, a timeline

        5 December 2021

        This is a list of what the two states did together over the years.

        1989 Zambian President Kaunda visits India
        1994 Zambia and India sign MoU on mining

        2003 Zambian President Mwanawasa visits India

        The list ends here.
        """);
    assertEquals(
        List.of("1989 completed", "1994 concluded", "2003 completed"),
        Readers.READER.read(timeline).undertakings().stream().map(ArticleDatesTest::dateAndStatus).toList());
  }

  @Test
  void anEntryIsPastThoughItsArticleHasNoDate() {
    Article undated = Readers.text("""
        Kenya and Germany

        A short list of what there was follows here, year by year.

        May 3, 2011: The German chancellor visits Kenya.
        """);
    assertEquals(
        List.of("2011-05-03 completed"),
        Readers.READER.read(undated).undertakings().stream().map(ArticleDatesTest::dateAndStatus).toList());
  }

  private static List<String> dates(String... paragraphs) {
    return Readers.READER.read(Readers.article(paragraphs)).undertakings().stream()
        .map(ArticleDatesTest::dateAndStatus).toList();
  }

  private static String dateAndStatus(Undertaking u) {
    return u.when().map(w -> w.edtf()).orElse("-") + " " + u.status().conceptName();
  }
}
