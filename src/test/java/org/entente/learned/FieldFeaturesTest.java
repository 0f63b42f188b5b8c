package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;
import org.junit.jupiter.api.Test;

/** Which fields come into question, and by what they are told apart. */
class FieldFeaturesTest {

  @Test
  void considersTheLikeliestAndWhatTheWordsAroundSpeakOf() {
    Map<String, Double> likely =
        Map.of("trade", .4, "energy", .3, "space", .1, "culture", .08, "media", .07, "health", .03, "naval", .02);
    assertEquals(
        Set.of("trade", "energy", "space", "culture", "media", "naval"),
        features(likely, List.of("naval", "unheard-of"), Map.of()).candidates());
  }

  @Test
  void tellsWhereTheWordsAroundRankAField() {
    FieldFeatures features = features(Map.of("trade", .6, "naval", .4), List.of("naval"), Map.of());
    assertTrue(features.of("naval").containsKey("rules 0"));
    assertTrue(features.of("trade").containsKey("rules -1"));
  }

  @Test
  void tellsHowOftenTheArticleWasAboutAField() {
    FieldFeatures features = features(Map.of("trade", .6, "naval", .4), List.of(), Map.of("trade", 3, "naval", 1));
    assertTrue(features.of("trade").containsKey("before 3"));
    assertTrue(features.of("naval").containsKey("before 1"));
  }

  private static FieldFeatures features(Map<String, Double> likely, List<String> byRule, Map<String, Integer> told) {
    double[] kinds = new double[1 + Kind.values().length];
    kinds[1] = 1;
    return new FieldFeatures(
        new Guess(null, kinds, new double[Status.values().length], likely, new double[] {1, 0, 0}), byRule, told);
  }
}
