package org.entente.article.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamReader;
import org.entente.article.RawDocument;

/**
 * The body of a word processor's document while it is read, with the text boxes in it: each is a flow of text of its own
 * that stands on the text around it until it is over.
 *
 * @param <P> what a paragraph is
 */
final class OfficeStories<P> implements HardenedXml.Listener {

  /** Begins a flow of text. */
  interface Beginning<P> {

    /** @param boxed whether it is a text box */
    OfficeStory<P> story(boolean boxed);
  }

  private final Set<String> skipped;
  private final Predicate<String> isBox;
  private final Beginning<P> beginning;
  private final Deque<OfficeStory<P>> open = new ArrayDeque<>();
  private int skipping;
  private int leftOut;

  private OfficeStories(Set<String> skipped, Predicate<String> isBox, Beginning<P> beginning) {
    this.skipped = skipped;
    this.isBox = isBox;
    this.beginning = beginning;
    open.push(beginning.story(false));
  }

  /**
   * What there is to read of a document.
   *
   * @param paragraphs in reading order, those of text boxes behind the paragraph in which they stand
   * @param tables how many tables are left out, but for the sentences in them
   */
  record Read<P>(List<P> paragraphs, int tables) {}

  /**
   * Reads a document.
   *
   * @param skipped elements that are left out with all that is in them
   * @param isBox whether an element holds a text box
   */
  static <P> Read<P> read(byte[] xml, RawDocument document, Set<String> skipped, Predicate<String> isBox,
      Beginning<P> beginning) {
    OfficeStories<P> stories = new OfficeStories<>(skipped, isBox, beginning);
    HardenedXml.read(xml, document, stories);
    OfficeStory<P> body = stories.open.getFirst();
    body.close();
    return new Read<>(body.paragraphs(), stories.leftOut + body.tablesLeftOut());
  }

  @Override
  public void start(String name, XMLStreamReader element) {
    if (skipping > 0 || skipped.contains(name)) {
      skipping++;
    } else if (isBox.test(name)) {
      open.push(beginning.story(true));
    } else {
      open.getFirst().start(name, element);
    }
  }

  @Override
  public void end(String name) {
    if (skipping > 0) {
      skipping--;
    } else if (isBox.test(name)) {
      OfficeStory<P> box = open.pop();
      box.close();
      leftOut += box.tablesLeftOut();
      open.getFirst().add(box);
    } else {
      open.getFirst().end(name);
    }
  }

  @Override
  public void text(String text) {
    if (skipping == 0) {
      open.getFirst().text(text);
    }
  }
}
