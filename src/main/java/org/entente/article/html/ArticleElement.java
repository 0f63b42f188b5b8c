package org.entente.article.html;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where the article stands on a page whose clutter is gone.
 *
 * @param whole the element with everything that belongs to it, headline, byline and pictures included
 * @param body the element within that has its text, from the first paragraph to the last
 */
record ArticleElement(Element whole, Element body) {

  /** Letters of prose: shorter than any news item; a page with less is a front page, a login or an application. */
  static final int LEAST_PROSE = 120;
  /** Letters to a comma; captions and lists of names have more, prose has fewer. */
  private static final int MOST_COMMAS = 60;
  /** Letters of prose in a section of its own; teasers have less. */
  private static final int SECTION = 400;
  /** Share of the prose, in hundredths, that has to stand in an element for what is beside it to be none of the text. */
  private static final int NEARLY_ALL = 90;

  /** The element that is marked as the article, else the one whose own paragraphs say most. */
  static Optional<ArticleElement> of(Document page, PageMeasure measure) {
    Optional<Element> whole =
        largest(page, "article", measure).or(() -> largest(page, "[itemprop=articleBody]", measure))
            .or(() -> largest(page, "main, [role=main]", measure))
            .or(() -> scored(page, measure).map(best -> withItsLikes(best, page, measure)));
    return whole.map(element -> new ArticleElement(element, body(element, measure)));
  }

  /** Of several, one has to stand out or hold the other: a page of ten teasers has no article. */
  private static Optional<Element> largest(Document page, String selector, PageMeasure measure) {
    List<Element> found =
        page.select(selector).stream()
            .sorted(Comparator.<Element>comparingInt(measure::prose).reversed()).limit(2).toList();
    if (found.isEmpty() || measure.prose(found.getFirst()) < LEAST_PROSE) {
      return Optional.empty();
    }
    Element first = found.getFirst();
    boolean standsOut = found.size() == 1 || found.getLast().parents().contains(first)
        || measure.prose(first) > 2 * measure.prose(found.getLast());
    return standsOut ? Optional.of(first) : Optional.empty();
  }

  /** Paragraphs speak for their parent, and half as much for its parent: the old and proven way of Readability. */
  private static Optional<Element> scored(Document page, PageMeasure measure) {
    Map<Element, Double> scores = new LinkedHashMap<>();
    for (Element text : page.select("p, li, blockquote, td, div, span, font")) {
      int length = text.ownText().length();
      Element speaksFor = speaksFor(text);
      if (length < 25 || speaksFor == null || measure.isLinks(text)) {
        continue;
      }
      long commas = text.ownText().chars().filter(c -> c == ',').count();
      double score = 1 + Math.min(commas, length / MOST_COMMAS) + Math.min(length / 100, 5);
      Element parent = speaksFor;
      for (double share = 1; parent != null && share > 0.2; share /= 2) {
        scores.merge(parent, score * share, Double::sum);
        parent = parent.parent();
      }
    }
    return scores.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** A paragraph, or a block that is one by another name, for what holds it; a block with text between others for itself. */
  private static @Nullable Element speaksFor(Element text) {
    boolean inline = text.nameIs("span") || text.nameIs("font");
    Element block = inline ? text.closest("p, li, blockquote, div, td") : text;
    if (block == null || inline && !isBox(block) && !block.nameIs("p")) {
      return null;
    }
    boolean mixed = isBox(block) && block.children().stream().anyMatch(child -> child.tag().isBlock());
    return mixed ? block : block.parent();
  }

  private static boolean isBox(Element element) {
    return element.nameIs("div") || element.nameIs("td");
  }

  /** An article in several sections of one name is all of them. */
  private static Element withItsLikes(Element best, Document page, PageMeasure measure) {
    Element whole = best;
    Element child = best;
    for (Element parent = best.parent(); parent != null && !parent.equals(page.body()); parent = parent.parent()) {
      Element at = child;
      boolean likes = parent.children().stream()
          .anyMatch(other -> !other.equals(at) && isLike(other, at) && measure.prose(other) >= SECTION);
      whole = likes ? parent : whole;
      child = parent;
    }
    return whole;
  }

  private static boolean isLike(Element one, Element other) {
    return one.nameIs(other.normalName()) && !one.className().isBlank() && one.className().equals(other.className());
  }

  /** As deep as one element has nearly all of the prose. */
  private static Element body(Element whole, PageMeasure measure) {
    Element body = whole;
    for (@Nullable Element next = whole; next != null; next = densest(body, measure)) {
      body = next;
    }
    return body;
  }

  private static @Nullable Element densest(Element parent, PageMeasure measure) {
    return parent.children().stream()
        .filter(child -> !child.nameIs("p") && measure.prose(child) * 100 >= measure.prose(parent) * NEARLY_ALL)
        .findFirst().orElse(null);
  }
}
