package org.entente.article.office;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.article.Piece;
import org.entente.article.RawDocument;

/**
 * The paragraphs of {@code content.xml} in reading order, and what is text in its tables and text boxes. Deleted text,
 * notes, comments and boxes that only repeat what the text says (pull quotes) are left out.
 *
 * @param tables how many tables are left out, but for the sentences in them
 */
record OdtBody(List<Piece> pieces, int tables) {

  private static final Set<String> SKIPPED =
      Set.of("tracked-changes", "note", "annotation", "sequence-decls", "table-of-content");
  /** What words may be written in: frames with a text box in them, and drawn shapes. */
  private static final Set<String> BOXES = Set.of("frame", "custom-shape", "rect", "ellipse", "circle", "polygon");

  static OdtBody read(byte[] xml, RawDocument document) {
    Map<String, String> styles = new HashMap<>();
    OfficeStories.Read<OdtStory.Paragraph> read = OfficeStories.read(
        xml, document, SKIPPED, BOXES::contains, boxed -> new OdtStory(document, styles, boxed));
    List<Piece> pieces =
        PullQuotes.leftOutOf(read.paragraphs(), each -> each.piece().text(), OdtStory.Paragraph::boxed).stream()
            .map(OdtStory.Paragraph::piece).toList();
    return new OdtBody(pieces, read.tables());
  }
}
