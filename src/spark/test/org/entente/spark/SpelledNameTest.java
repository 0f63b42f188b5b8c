package org.entente.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.entente.spark.SpelledName.First;
import org.junit.jupiter.api.Test;

class SpelledNameTest {

  private static First named(long source, boolean several, String label) {
    return new First(new SpelledName("urn:x", source, 0, "urn:g" + source, several, label), false);
  }

  @Test
  void theFirstArticleOfTheCorpusSpellsWhateverTheOrderOfMerging() {
    First one = named(3, false, "\"b\"");
    First two = named(1, true, "\"a\"");
    First three = named(2, false, "\"a\"");
    assertEquals(one.or(two).or(three), three.or(one.or(two)));
    assertEquals(two.name(), three.or(one).or(two).name());
    assertTrue(three.or(one).or(two).disputed());
  }

  @Test
  void isDisputedOnlyWhereALaterOneDiffers() {
    assertFalse(named(1, true, "\"a\"").or(named(2, false, "\"a\"")).disputed());
    assertTrue(named(1, false, "\"a\"").or(named(2, true, "\"a\"")).disputed());
    assertFalse(named(1, false, "\"a\"").disputed());
  }

  @Test
  void aLineTellsTheSame() {
    SpelledName name = new SpelledName("urn:x", 1, 2, "urn:g", true, "\"a\\tb\"@en");
    assertEquals(name, SpelledName.read(name.line()));
  }
}
