package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.event.DateSide;
import org.entente.mention.AnnotatedSentence;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;
import org.junit.jupiter.api.Test;

/** Which dates come into question for what a word tells, and by what they are told apart. */
class DateFeaturesTest {

  private static final LocalDate ISSUED = LocalDate.of(2024, 3, 14);
  private static final Optional<Dating> NONE = Optional.empty();

  private final List<AnnotatedSentence> article = ArticleSentences.of(
      "The Peruvian minister arrived in Quito on 5 March 2024. He and his host signed a treaty on fishing."
          + " It will take effect in June, after talks that were held on 7 March 2024.");

  @Test
  void considersWhatTheSentenceNamesWhatWasNamedBeforeTheDayOfTheArticleAndNone() {
    assertEquals(Set.of("2024-06", "2024-03-07", "2024-03-05", "2024-03-14", "none"), considered(2, before()));
    assertEquals(Set.of("2024-03-05", "2024-03-14", "none"), considered(1, before()));
  }

  @Test
  void considersWhatTheLastUndertakingWasDated() {
    DatesBefore before = before();
    before.tell(article.get(0).dates().getFirst(), article.get(0));
    assertTrue(of(1, before, day(5)).containsKey("told 1"));
    assertFalse(of(1, before(), day(5)).containsKey("told 1"));
  }

  @Test
  void tellsHowLongAgoADateWasNamedAndWhetherTheSentenceHasItsOwn() {
    assertTrue(of(1, before(), day(5)).containsKey("last 1 beside 0"));
    assertTrue(of(2, before(), day(5)).containsKey("first 3 beside 2"));
  }

  @Test
  void tellsWhetherADateStandsInTheWordsClause() {
    assertTrue(of(2, before(), Optional.of(TimeInterval.within(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 30))))
        .containsKey("clause"));
    assertTrue(of(2, before(), day(7)).containsKey("other clause"));
  }

  @Test
  void tellsOnWhichSideOfPublicationADateLies() {
    assertTrue(of(2, before(), day(7)).containsKey("day behind near"));
    assertTrue(of(2, before(), day(14)).containsKey("day now"));
  }

  @Test
  void withoutADayOfPublicationThereIsNoToday() {
    DateFeatures features = features(1, before(), new DateSide(Optional.empty()));
    assertEquals(Set.of("2024-03-05", "none"), names(features));
    assertTrue(features.of(NONE).containsKey("none beside 0"));
  }

  private DatesBefore before() {
    return new DatesBefore(article);
  }

  private Set<String> considered(int sentence, DatesBefore before) {
    return names(features(sentence, before, new DateSide(Optional.of(ISSUED))));
  }

  private static Set<String> names(DateFeatures features) {
    return features.candidates().stream().map(d -> d.map(known -> known.days().edtf()).orElse("none"))
        .collect(Collectors.toSet());
  }

  private Map<String, Float> of(int sentence, DatesBefore before, Optional<TimeInterval> days) {
    DateFeatures features = features(sentence, before, new DateSide(Optional.of(ISSUED)));
    return features.of(features.candidates().stream().filter(d -> d.map(Dating::days).equals(days)).findFirst()
        .orElseThrow());
  }

  private static Optional<TimeInterval> day(int ofMarch) {
    return Optional.of(TimeInterval.day(LocalDate.of(2024, 3, ofMarch)));
  }

  /** Of the root of a sentence. */
  private DateFeatures features(int number, DatesBefore before, DateSide side) {
    AnnotatedSentence sentence = article.get(number);
    double[] kinds = new double[1 + Kind.values().length];
    kinds[1] = 1;
    double[] statuses = new double[Status.values().length];
    statuses[Status.PLANNED.ordinal()] = 1;
    Guess guess = new Guess(sentence.graph().words().stream().filter(w -> w.head() < 0).findFirst().orElseThrow(), kinds,
        statuses, Map.of(), new double[] {1, 0, 0});
    return new DateFeatures(sentence, guess, Optional.empty(), before, side);
  }
}
