package org.entente.article;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * How much of what stands in each element of a page, counted in one walk over it: letters, letters in links, letters of
 * prose (paragraphs, items and quotes that are not mostly links), paragraphs, headlines.
 */
final class PageMeasure {

  private static final Set<String> PROSE = Set.of("p", "li", "blockquote");
  private static final Counts NOTHING = new Counts();

  private final Map<Element, Counts> counts = new IdentityHashMap<>();
  private int depth;

  private static final class Counts {
    private int letters;
    private int linked;
    private int ownLetters;
    private int prose;
    private int paragraphs;
    private int headlines;

    private void add(Counts child) {
      letters += child.letters;
      linked += child.linked;
      prose += child.prose;
      paragraphs += child.paragraphs;
      headlines += child.headlines;
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
      own.prose += PROSE.contains(element.normalName()) && !own.isLinks() ? own.ownLetters : 0;
      own.paragraphs += element.nameIs("p") ? 1 : 0;
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

  int paragraphs(Element element) {
    return counts(element).paragraphs;
  }

  boolean hasHeadline(Element element) {
    return counts(element).headlines > 0;
  }

  /** Whether most of the element's words are links, as in menus and lists of related stories. */
  boolean isLinks(Element element) {
    return counts(element).isLinks();
  }
}
