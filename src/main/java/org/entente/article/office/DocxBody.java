package org.entente.article.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.entente.article.RawDocument;

/**
 * Collects the paragraphs of {@code word/document.xml} in reading order, and what is text in its tables and text boxes.
 * Deleted text, field codes, the fallback copies of text boxes and boxes that only repeat what the text says (pull
 * quotes) are left out.
 */
public final class DocxBody implements HardenedXml.Listener {

  private static final Set<String> SKIPPED = Set.of("del", "moveFrom", "instrText", "Fallback");
  private static final String BOX = "txbxContent";

  private final RawDocument document;
  /** The text box that is read stands on the text around it. */
  private final Deque<DocxStory> stories = new ArrayDeque<>();
  private int skipping;
  private int leftOut;

  private DocxBody(RawDocument document) {
    this.document = document;
    stories.push(new DocxStory(document, false));
  }

  public static DocxBody read(byte[] xml, RawDocument document) {
    DocxBody body = new DocxBody(document);
    HardenedXml.read(xml, document, body);
    body.stories.peek().finish();
    return body;
  }

  public List<DocxParagraph> paragraphs() {
    return PullQuotes.leftOutOf(stories.peek().paragraphs(), DocxParagraph::text, DocxParagraph::boxed);
  }

  /** How many tables are left out, but for the sentences in them. */
  int tables() {
    return leftOut + stories.peek().tablesLeftOut();
  }

  @Override
  public void start(String name, XMLStreamReader element) {
    if (skipping > 0 || SKIPPED.contains(name)) {
      skipping++;
    } else if (name.equals(BOX)) {
      stories.push(new DocxStory(document, true));
    } else {
      stories.peek().start(name, element);
    }
  }

  @Override
  public void end(String name) {
    if (skipping > 0) {
      skipping--;
    } else if (name.equals(BOX)) {
      DocxStory box = stories.pop();
      box.finish();
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
