package org.entente.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

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
          + " [style~=(?i)display\\s*:\\s*none]";

  private final Set<String> words = new HashSet<>(WordList.read("page-clutter.txt"));

  void removeFrom(Document page) {
    int paragraphs = page.select("p").size();
    page.select(BY_ELEMENT).forEach(element -> removeUnlessContent(element, paragraphs));
    page.select("footer, header").forEach(element -> removeUnlessContent(element, paragraphs));
    page.select("[class], [id]").stream().filter(this::isNamedAsClutter)
        .forEach(element -> removeUnlessContent(element, paragraphs));
  }

  private static void removeUnlessContent(Element element, int paragraphs) {
    boolean attached = element.parent() != null;
    boolean frame = element.nameIs("body") || element.nameIs("html") || element.nameIs("main")
        || element.nameIs("article") || element.nameIs("h1");
    if (attached && !frame && !holdsContent(element, paragraphs)) {
      element.remove();
    }
  }

  private static boolean holdsContent(Element element, int paragraphs) {
    if (element.childrenSize() == 0 || element.nameIs("nav") || element.nameIs("aside")) {
      return false;
    }
    Elements within = element.select("h1, p");
    long own = within.stream().filter(e -> e.nameIs("p")).count();
    return within.size() > own || own > 2 && own * 2 > paragraphs;
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
