package org.entente.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalFormTest {

  @Test
  void writesTheLettersOfALigatureOut() {
    assertEquals("the office of finance, flown in first", NormalForm.of("the oﬃce of ﬁnance, ﬂown in ﬁrﬆ"));
  }

  @Test
  void keepsQuotesDashesAndAccents() {
    assertEquals("“São Tomé” – 5 km²", NormalForm.of("“São Tomé”\u00a0–\t5 km²"));
  }
}
