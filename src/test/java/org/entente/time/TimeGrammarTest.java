package org.entente.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimeGrammarTest {

  private final TimeGrammar grammar = TimeGrammar.bundled();

  private void assertNoneIsMissed(String text) {
    List<TimeExpression> sought = grammar.expressionsIn(text);
    assertEquals(List.of(),
        grammar.expressions().stream().filter(e -> e.in(text).find() && !sought.contains(e)).toList(),
        text);
  }

  @Test
  void seeksWhateverStandsInATextHoweverItIsWritten() {
    for (String example : grammar.examples()) {
      assertNoneIsMissed(example);
      assertNoneIsMissed(example.toUpperCase(Locale.ROOT));
      assertNoneIsMissed(example.replace(' ', '\n').replace('\'', '’'));
    }
  }

  @Test
  void seeksHardlyAnythingInATextWithoutDates() {
    int sought = grammar.expressionsIn("Both sides praised each other at length.").size();
    assertTrue(sought < grammar.expressions().size() / 4, sought + " of " + grammar.expressions().size());
  }
}
