package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.Word;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;
import org.junit.jupiter.api.Test;

/** By what it is known whether a word tells of something that no other word tells of. */
class TellingFeaturesTest {

  private static final AnnotatedSentence SENTENCE =
      ArticleSentences.of("The Kenyan minister arrived in Muscat for a visit and signed a treaty.").getFirst();

  @Test
  void aWordIsHeldAgainstTheOneThatTellsTheSame() {
    Telling arrived = telling("arrived", Kind.VISIT, Status.COMPLETED, .8);
    Telling visit = telling("visit", Kind.VISIT, Status.PLANNED, .5);
    Map<String, Float> f = new TellingFeatures(SENTENCE, List.of(arrived, visit), List.of()).of(visit);
    assertTrue(f.containsKey("twin"), f.toString());
    assertTrue(f.containsKey("twin status PROSPECTIVE beside DONE"), f.toString());
    assertTrue(f.get("twin margin") < 0, "it is the less likely of the two");
    assertTrue(f.keySet().stream().anyMatch(name -> name.startsWith("twin way under")), f.toString());
    assertEquals(1, f.get("ahead"));
  }

  @Test
  void anotherKindOfTheSameStatesIsNoTwin() {
    Telling arrived = telling("arrived", Kind.VISIT, Status.COMPLETED, .8);
    Telling treaty = telling("treaty", Kind.AGREEMENT, Status.CONCLUDED, .7);
    Map<String, Float> f = new TellingFeatures(SENTENCE, List.of(arrived, treaty), List.of()).of(treaty);
    assertFalse(f.containsKey("twin"), f.toString());
    assertTrue(f.containsKey("same states AGREEMENT beside VISIT"), f.toString());
  }

  @Test
  void whatTheArticleToldBeforeCountsWithItsDaysAndStatus() {
    Telling now = telling("visit", Kind.VISIT, Status.COMPLETED, .5);
    Telling before =
        new Telling(
            word("arrived"), Kind.VISIT, now.states(), Status.COMPLETED, .9, .9, false, false,
            Optional.of(TimeInterval.day(LocalDate.of(2024, 3, 11))));
    Map<String, Float> f =
        new TellingFeatures(SENTENCE, List.of(now), List.of(new TellingFeatures.Earlier(-4, before))).of(now);
    assertEquals(1, f.get("before"));
    assertEquals(SENTENCE.number() + 4, f.get("sentences since"));
    assertTrue(f.containsKey("before same status"), f.toString());
    assertFalse(f.containsKey("before other days"), "one of the two has no date");
  }

  private static Telling telling(String word, Kind kind, Status status, double likelihood) {
    return new Telling(
        word(word), kind, Set.of("KEN", "OMN"), status, likelihood, likelihood, false, false, Optional.empty());
  }

  private static Word word(String form) {
    return SENTENCE.graph().words().stream().filter(w -> w.form().equals(form)).findFirst().orElseThrow();
  }
}
