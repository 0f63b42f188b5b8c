package org.entente.article.html;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * How much of what stands in each element of a page, counted in one walk over it: letters, letters in links, letters of
 * prose (paragraphs, items, quotes and long runs of other text that are not mostly links), headlines.
 */
final class PageMeasure {

  private static final Set<String> PROSE = Set.of("p", "li", "blockquote");
  /** Text outside paragraphs counts as prose from this length on: many blogs have none but line breaks. */
  private static final int LONG_TEXT = 80;
  private static final Counts NOTHING = new Counts();

  private final IdentityHashMap<Element, Counts> counts = new IdentityHashMap<>();
  private int depth;

  private static final class Counts {
    private int letters;
    private int linked;
    private int ownLetters;
    private int prose;
    private int headlines;

    private void add(Counts child) {
      letters += child.letters;
      linked += child.linked;
      prose += child.prose;
      headlines += child.headlines;
    }

    /** A paragraph's words may stand in elements of their own, as text that was pasted from a word processor does. */
    private void countProse(boolean isParagraph) {
      if (isLinks()) {
        return;
      }
      prose = isParagraph ? letters - linked : prose + (ownLetters >= LONG_TEXT ? ownLetters : 0);
    }

    private boolean isLinks() {
      return linked * 2 > letters;
    }
  }

  private PageMeasure() {}

  static PageMeasure of(Element page) {
    PageMeasure measure = new PageMeasure();
    NodeTraversor.traverse(measure.new Walk(), page);
    return measure;
  }

  private final class Walk implements NodeVisitor {

    private final List<Counts> open = new ArrayList<>();

    @Override
    public void head(Node node, int level) {
      depth = Math.max(depth, level);
      if (node instanceof TextNode text && !open.isEmpty() && !text.isBlank()) {
        int length = text.getWholeText().strip().length();
        open.getLast().letters += length;
        open.getLast().ownLetters += length;
      } else if (node instanceof Element) {
        open.add(new Counts());
      }
    }

    @Override
    public void tail(Node node, int level) {
      if (!(node instanceof Element element)) {
        return;
      }
      Counts own = open.removeLast();
      own.linked = element.nameIs("a") ? own.letters : own.linked;
      own.countProse(PROSE.contains(element.normalName()));
      own.headlines += element.nameIs("h1") ? 1 : 0;
      counts.put(element, own);
      if (!open.isEmpty()) {
        open.getLast().add(own);
      }
    }
  }

  private Counts counts(Element element) {
    return counts.getOrDefault(element, NOTHING);
  }

  /** Levels of nesting in the whole page. */
  int depth() {
    return depth;
  }

  int prose(Element element) {
    return counts(element).prose;
  }

  boolean hasHeadline(Element element) {
    return counts(element).headlines > 0;
  }

  /** Whether most of the element's words are links, as in menus and lists of related stories. */
  boolean isLinks(Element element) {
    return counts(element).isLinks();
  }
}
