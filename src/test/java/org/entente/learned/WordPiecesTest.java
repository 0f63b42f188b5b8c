package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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
    assertArrayEquals(new long[] {1, 4, 5, 4, 6, 2}, PIECES.of(List.of("Treaties", "treaty")).ids());
  }

  @Test
  void tellsWhichPiecesAWordHas() {
    Pieces pieces = PIECES.of(List.of("Treaties", "Peru"));
    assertArrayEquals(new int[] {1, 2}, pieces.of(0));
    assertArrayEquals(new int[] {3}, pieces.of(1));
  }

  @Test
  void readsPunctuationInsideAWordByItself() {
    assertArrayEquals(new long[] {1, 8, 7, 4, 6, 2}, PIECES.of(List.of("Peru-treaty")).ids());
  }

  @Test
  void takesNoNoticeOfCaseAndAccents() {
    assertArrayEquals(new long[] {1, 9, 10, 2}, PIECES.of(List.of("SÃO", "Tomé")).ids());
  }

  @Test
  void keepsAWordThatTheVocabularyCannotSpellAsUnknown() {
    assertArrayEquals(new long[] {1, 3, 8, 2}, PIECES.of(List.of("Treatyland", "Peru")).ids());
  }

  @Test
  void cutsOffWhatTheEncoderCannotReach() {
    Pieces pieces = PIECES.of(Collections.nCopies(300, "Peru"));
    assertEquals(WordPieces.LONGEST, pieces.ids().length);
    assertEquals(WordPieces.LONGEST, pieces.of(299).length, "a word beyond stands for the whole sentence");
  }
}
