package org.entente.article;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;

/**
 * Takes navigation, advertisements, related links, comments, share bars and forms out of a page: by element, by role,
 * and by the words of {@code page-clutter.txt} in class names. What holds the headline or most of the page's
 * paragraphs stays, whatever it is called.
 */
final class PageClutter {

  private static final String BY_ELEMENT =
      "script, style, noscript, template, nav, aside, form, button, input, select, textarea, iframe, object, embed,"
          + " svg, canvas, audio, video, dialog, menu, link, meta, [hidden], [aria-hidden=true], [role=navigation],"
          + " [role=complementary], [role=banner], [role=contentinfo], [role=dialog], [role=search], [role=form],"
          + " [style~=(?i)display\\s*:\\s*none], footer, header";
  private static final Set<String> FRAME = Set.of("body", "main", "article", "h1");
  private static final Set<String> NEVER_CONTENT =
      Set.of("nav", "aside", "script", "style", "noscript", "template", "iframe", "svg", "dialog", "menu");

  private final Set<String> words = new HashSet<>(WordList.read("page-clutter.txt"));

  void removeFrom(Document page, PageMeasure measure) {
    Set<Element> unwanted = Collections.newSetFromMap(new IdentityHashMap<>());
    unwanted.addAll(page.select(BY_ELEMENT));
    page.select("[class], [id]").stream().filter(this::isNamedAsClutter).forEach(unwanted::add);
    int paragraphs = measure.paragraphs(page);
    page.body()
        .filter((node,
            depth) -> node instanceof Element element && unwanted.contains(element)
                && !holdsContent(element, measure, paragraphs)
                    ? NodeFilter.FilterResult.REMOVE : NodeFilter.FilterResult.CONTINUE);
  }

  private static boolean holdsContent(Element element, PageMeasure measure, int paragraphs) {
    if (FRAME.contains(element.normalName())) {
      return true;
    }
    int own = measure.paragraphs(element);
    boolean most = own > 2 && own * 2 > paragraphs;
    return !NEVER_CONTENT.contains(element.normalName()) && (measure.hasHeadline(element) || most);
  }

  private boolean isNamedAsClutter(Element element) {
    return isClutter(element.id()) || element.classNames().stream().anyMatch(this::isClutter);
  }

  private boolean isClutter(String name) {
    if (name.isEmpty() || name.length() > 200) {
      return false;
    }
    String[] parts = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1-$2").toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
    for (int i = 0; i < parts.length; i++) {
      boolean pair = i + 1 < parts.length && words.contains(parts[i] + "-" + parts[i + 1]);
      if (pair || words.contains(parts[i])) {
        return true;
      }
    }
    return false;
  }
}
