package org.entente.publish.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String TEXT = """
      A harbour town

      It rained. The boats lay still. Two ministers met on the quay. They spoke for an hour. Nobody listened.
      🚢 A ship came in. Its captain slept.
      """;

  /** Evidence in brackets, what is left out as three dots, paragraphs parted by a stroke. */
  private static String shown(boolean whole, List<Excerpt.Passage> passages) {
    return Excerpt.of(TEXT, passages, whole).stream().map(paragraph -> paragraph.pieces().stream()
        .map(piece -> (piece.left() ? "..." : "")
            + (piece.passage().isPresent() ? "[" + piece.text() + "]" : piece.text()))
        .collect(Collectors.joining()) + (paragraph.leftAfter() ? "..." : "")).collect(Collectors.joining("|"));
  }

  private static Excerpt.Passage passage(String words) {
    int begin = TEXT.codePointCount(0, TEXT.indexOf(words));
    return new Excerpt.Passage("#" + words, begin, begin + words.codePointCount(0, words.length()));
  }

  @Test
  void keepsEvidenceAndTheSentencesNextToItOnly() {
    assertEquals("...The boats lay still. [Two ministers met on the quay.] They spoke for an hour. ...",
        shown(false, List.of(passage("Two ministers met on the quay."))).replaceAll(" +", " "));
  }

  @Test
  void countsSignsBeyondTheBasicPlaneOnce() {
    assertEquals("[🚢 A ship came in.] Its captain slept.", shown(false, List.of(passage("🚢 A ship came in."))));
  }

  @Test
  void showsEverythingWhereThatIsAllowed() {
    assertEquals("A harbour town|It rained. The boats lay still. [Two ministers met on the quay.] They spoke for an "
        + "hour. Nobody listened.|🚢 A ship came in. Its captain slept.",
        shown(true, List.of(passage("Two ministers met on the quay."))));
  }

  @Test
  void keepsAPassageThatLiesInAnotherWithItsParagraph() {
    List<Excerpt.Paragraph> paragraphs = Excerpt.of(TEXT,
        List.of(passage("Two ministers met on the quay."), passage("met on the quay")), false);
    assertEquals(2, paragraphs.getFirst().passages().size());
    assertEquals(1, paragraphs.getFirst().pieces().stream().filter(piece -> piece.passage().isPresent()).count());
  }

  @Test
  void leavesOutPassagesThatTheTextDoesNotReachTo() {
    assertEquals("", shown(false, List.of(new Excerpt.Passage("#far", 5_000, 5_010))));
  }
}
