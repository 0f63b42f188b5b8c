package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.entente.article.ArticleFormatException;
import org.entente.reading.Readers;
import org.junit.jupiter.api.Test;

class TopicalExtractorTest {

  private final TopicalExtractor extractor = new TopicalExtractor(Readers.READER::read);

  @Test
  void saysOfARecipeThatItIsNoArticle() {
    var recipe =
        Readers.article("Chop three onions and fry them in butter. Stir in the lentils and let them cook for an hour.");
    var refusal = assertThrows(ArticleFormatException.class, () -> extractor.extract(recipe));
    assertTrue(refusal.getMessage().contains("is no article on relations between states"), refusal.getMessage());
    assertTrue(refusal.advice().orElse("").contains("--gazetteer"), refusal.getMessage());
  }

  @Test
  void readsAnArticleThatNamesAStateAndTellsOfNothing() {
    var calm = Readers.article("It rained in Nairobi. Nobody in Kenya spoke of the sea.");
    assertEquals(0, extractor.extract(calm).undertakings().size());
  }
}
