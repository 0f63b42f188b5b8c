package org.entente.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.reading.Readers;
import org.entente.mention.Mention.DateMention;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.WordTableException;
import org.entente.time.TimeGrammar;
import org.entente.time.TimeInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Published on Thursday, 14 March 2024. */
class DateFinderTest {

  private static final DateFinder DATES = new DateFinder(TimeGrammar.bundled());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The two met on 5 February 2019.|2019-02-05..2019-02-05",
        "The two met on February 5, 2019.|2019-02-05..2019-02-05",
        "They signed it on Feb. 20, 2018.|2018-02-20..2018-02-20",
        "The fair ran from 3 to 5 May 2023.|2023-05-03..2023-05-05",
        "They met last week.|2024-03-04..2024-03-10",
        "They will meet next week.|2024-03-18..2024-03-24",
        "They met earlier this week.|2024-03-11..2024-03-14",
        "They met on Tuesday.|2024-03-12..2024-03-12",
        "They will meet on Tuesday.|2024-03-19..2024-03-19",
        "They met yesterday.|2024-03-13..2024-03-13",
        "They signed it in January.|2024-01-01..2024-01-31",
        "They signed it in November.|2023-11-01..2023-11-30",
        "They will sign it in November.|2024-11-01..2024-11-30",
        "They signed it last July.|2023-07-01..2023-07-31",
        "They signed it in June of last year.|2023-06-01..2023-06-30",
        "It came a decade ago.|2014-01-01..2014-12-31",
        "It came three years ago.|2021-01-01..2021-12-31",
        "It came two weeks ago.|2024-02-26..2024-03-03",
        "They have trained them since 2014.|2014-01-01..2024-03-14",
        "It will be done by the end of this year.|2024-03-14..2024-12-31",
        "It will be done before the end of 2025.|2024-03-14..2025-12-31",
        "It was sold in the first quarter of 2021.|2021-01-01..2021-03-31",
        "They will meet in the first week of May.|2024-05-01..2024-05-07",
        "They met in mid-October 2020.|2020-10-11..2020-10-20",
        "It will arrive next spring.|2025-03-01..2025-05-31",
        "Over the past two weeks they met.|2024-02-29..2024-03-14"
      })
  void resolvesWhatIsSaidAgainstTheDayOfPublication(String text, String expected) {
    assertEquals(expected, days(find(text, Optional.of(Readers.PUBLISHED))));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reading/times.tsv", delimiter = '\t', quoteCharacter = '|')
  void readsEveryFormOfTime(String text, String expected) {
    String found = days(find(text, Optional.of(Readers.PUBLISHED)));
    assertEquals(expected, found.isEmpty() ? "-" : found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They met on 5 February 2019.|2019-02-05",
        "They met in May 2019.|2019-05",
        "They met in 2015.|2015",
        "They met around 2015.|2015~",
        "It came in about May 2019.|2019-05~",
        "They met around the first week of May 2023.|2023-05-01~/2023-05-07~",
        "The fair ran from 3 to 5 May 2023.|2023-05-03/2023-05-05",
        "They have trained them since 2014.|2014-01-01/2024-03-14",
        "It was sold in the first quarter of 2021.|[2021-01-01..2021-03-31]",
        "It will be done by the end of this year.|[2024-03-14..2024-12-31]"
      })
  void tellsADayOfAStretchFromAllOfItAndFromWhatIsOnlyNearIt(String text, String edtf) {
    assertEquals(List.of(edtf), find(text, Optional.of(Readers.PUBLISHED)).stream()
        .flatMap(d -> d.interval().stream()).map(TimeInterval::edtf).toList());
  }

  @Test
  void knowsATimeInEveryExampleOfItsGrammar() {
    List<String> silent =
        TimeGrammar.bundled().examples().stream()
            .filter(e -> days(find(e, Optional.of(Readers.PUBLISHED))).isEmpty())
            .toList();
    assertEquals(List.of(), silent);
  }

  @Test
  void readsEveryFormOfTimeInAnArticleWithoutADate() {
    TimeGrammar.bundled().examples().forEach(example -> find(example, Optional.empty()));
    assertEquals("", days(find("The drills ran from January to March.", Optional.empty())));
    assertEquals("2020-11-01..2021-02-28",
        days(find("The drills ran from November 2020 to February 2021.", Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "word\tmonth\tMay\tfive|times.tsv line 1: \"five\" for the slot month",
        "word\tmoon\tMay\t5|times.tsv line 1: \"moon\"",
        "expr\t{month}\tmonth\tx|times.tsv line 1: the slot {month} has neither words nor figures",
        "expr\tMay\tmonht\tx|times.tsv line 1: \"monht\"",
        "expr\t(May\tmonth\tx|times.tsv line 1: the pattern is no regular expression",
        "expr\tMay\tmonth|times.tsv line 1: 3 cells",
        "exp\tMay\tmonth\tx|times.tsv line 1: \"exp\""
      })
  void refusesAMistakeInAGrammarWithFileAndLine(String line, String message) {
    WordTableException refused =
        assertThrows(WordTableException.class, () -> TimeGrammar.read(new StringReader(line), "times.tsv"));
    assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    assertTrue(refused.advice().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They sent 2,000 troops along the 1,600-kilometre border.",
        "They may march together.",
        "It cost 2019 dollars.",
        "The committee of two met."
      })
  void findsNoDateInOtherNumbersAndWords(String text) {
    assertEquals("", days(find(text, Optional.of(Readers.PUBLISHED))));
  }

  @Test
  void guessesNothingWhereTheArticleHasNoDate() {
    List<DateMention> found = find("They met last week.", Optional.empty());
    assertTrue(found.stream().allMatch(d -> d.interval().isEmpty()));
    assertEquals("2019-02-05..2019-02-05", days(find("They met on 5 February 2019.", Optional.empty())));
  }

  @Test
  void countsLaterAndEarlierFromTheDateBefore() {
    assertEquals("2022-08-22..2022-08-22 2022-08-31..2022-08-31",
        days(find("They met on 22 August 2022. Nine days later they signed.", Optional.of(Readers.PUBLISHED))));
  }

  private static List<DateMention> find(String text, Optional<java.time.LocalDate> issued) {
    DateFinder.Reading reading = DATES.begin(issued, text);
    List<Sentence> sentences = Readers.ANNOTATOR.annotate(text, new Span(0, text.length()));
    return sentences.stream().flatMap(s -> reading.read(s).stream()).toList();
  }

  private static String days(List<DateMention> found) {
    return found.stream()
        .flatMap(d -> d.interval().stream())
        .map(i -> i.earliest() + ".." + i.latest())
        .collect(Collectors.joining(" "));
  }
}
