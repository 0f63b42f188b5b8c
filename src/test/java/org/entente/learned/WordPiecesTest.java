package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

  private static final WordPieces PIECES =
      new WordPieces(
          new ByteArrayInputStream(
              """
              {"model": {"vocab": {"[CLS]": 1, "[SEP]": 2, "[UNK]": 3, "treat": 4, "##ies": 5, "##y": 6, "-": 7,
                "peru": 8, "sao": 9, "tome": 10}}}
              """.getBytes(StandardCharsets.UTF_8)));

  @Test
  void takesTheLongestPieceAgainAndAgain() {
    assertEquals(List.of(List.of(4L, 5L), List.of(4L, 6L)), PIECES.cut(List.of("Treaties", "treaty")));
  }

  @Test
  void readsPunctuationInsideAWordByItself() {
    assertEquals(List.of(List.of(8L, 7L, 4L, 6L)), PIECES.cut(List.of("Peru-treaty")));
  }

  @Test
  void takesNoNoticeOfCaseAndAccents() {
    assertEquals(List.of(List.of(9L), List.of(10L)), PIECES.cut(List.of("SÃO", "Tomé")));
  }

  @Test
  void keepsAWordThatTheVocabularyCannotSpellAsUnknown() {
    assertEquals(List.of(List.of(3L), List.of(8L)), PIECES.cut(List.of("Treatyland", "Peru")));
  }

  @Test
  void hasMarksBeforeAndBehindAText() {
    assertEquals(List.of(1L, 2L), List.of(PIECES.opening(), PIECES.closing()));
  }
}
