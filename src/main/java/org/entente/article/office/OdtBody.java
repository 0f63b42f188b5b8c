package org.entente.article.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.entente.article.Piece;
import org.entente.article.RawDocument;

/**
 * Collects the paragraphs of {@code content.xml} in reading order, and what is text in its tables and text boxes. Deleted
 * text, notes, comments and boxes that only repeat what the text says (pull quotes) are left out.
 */
final class OdtBody implements HardenedXml.Listener {

  private static final Set<String> SKIPPED =
      Set.of("tracked-changes", "note", "annotation", "sequence-decls", "table-of-content");
  /** What words may be written in: frames with a text box in them, and drawn shapes. */
  private static final Set<String> BOXES = Set.of("frame", "custom-shape", "rect", "ellipse", "circle", "polygon");

  private final RawDocument document;
  /** Of the styles that the document makes for single paragraphs, the ones they are made of. */
  private final Map<String, String> styles = new HashMap<>();
  /** The text box that is read stands on the text around it. */
  private final Deque<OdtStory> stories = new ArrayDeque<>();
  private int skipping;
  private int leftOut;

  private OdtBody(RawDocument document) {
    this.document = document;
    stories.push(new OdtStory(document, styles, false));
  }

  static OdtBody read(byte[] xml, RawDocument document) {
    OdtBody body = new OdtBody(document);
    HardenedXml.read(xml, document, body);
    body.stories.peek().close();
    return body;
  }

  List<Piece> pieces() {
    return PullQuotes.leftOutOf(stories.peek().paragraphs(), each -> each.piece().text(), OdtStory.Paragraph::boxed)
        .stream().map(OdtStory.Paragraph::piece).toList();
  }

  /** How many tables are left out, but for the sentences in them. */
  int tables() {
    return leftOut + stories.peek().tablesLeftOut();
  }

  @Override
  public void start(String name, XMLStreamReader element) {
    if (skipping > 0 || SKIPPED.contains(name)) {
      skipping++;
    } else if (BOXES.contains(name)) {
      stories.push(new OdtStory(document, styles, true));
    } else if (name.equals("style")) {
      HardenedXml.attribute(element, "parent-style-name").ifPresent(
          parent -> styles.put(HardenedXml.attribute(element, "name").orElse(""), parent));
    } else {
      stories.peek().start(name, element);
    }
  }

  @Override
  public void end(String name) {
    if (skipping > 0) {
      skipping--;
    } else if (BOXES.contains(name)) {
      OdtStory box = stories.pop();
      box.close();
      leftOut += box.tablesLeftOut();
      stories.peek().add(box);
    } else {
      stories.peek().end(name);
    }
  }

  @Override
  public void text(String text) {
    if (skipping == 0) {
      stories.peek().text(text);
    }
  }
}
