package org.entente.article.html;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.article.WordList;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;

/**
 * Takes navigation, advertisements, related links, comments, share bars and forms out of a page: by element, by role,
 * by the words of {@code page-clutter.txt} and {@code page-clutter-unless-prose.txt} in class names, and where most of
 * the words are links. What holds the headline or most of the page's prose stays, whatever it is called.
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
  /** "no-share", "has-sidebar": the name says what there is not, or what stands beside it. */
  private static final Set<String> BESIDE =
      Set.of("no", "non", "not", "has", "have", "with", "without", "enable", "enabled", "after", "before", "elementor");
  /** Share of the page's prose from which on an element is the article itself, in hundredths. */
  private static final int MOST = 50;
  private static final int MUCH = 30;
  private static final int FEW_LETTERS = 150;

  private final Set<String> always = new HashSet<>(WordList.read("page-clutter.txt"));
  private final Set<String> unlessProse = new HashSet<>(WordList.read("page-clutter-unless-prose.txt"));

  void removeFrom(Document page, PageMeasure measure) {
    Set<Element> unwanted = Collections.newSetFromMap(new IdentityHashMap<>());
    int prose = measure.prose(page);
    page.select(BY_ELEMENT).stream().filter(element -> !holdsContent(element, measure, MOST, prose))
        .forEach(unwanted::add);
    List<Element> named = page.select("[class], [id]").stream().filter(e -> isNamed(e, always)).toList();
    named.stream().filter(element -> !holdsContent(element, measure, MOST, prose)).forEach(unwanted::add);
    unwanted.addAll(alike(page, measure, prose));
    page.select("ul, ol, div, section").stream().filter(element -> isListOfLinks(element, measure))
        .forEach(unwanted::add);
    page.body()
        .filter((node,
            depth) -> node instanceof Element element && unwanted.contains(element)
                ? NodeFilter.FilterResult.REMOVE : NodeFilter.FilterResult.CONTINUE);
  }

  /**
   * An article may be cut into many parts of one name, a "paywall" around each, so those count together. A quotation of
   * what somebody wrote on a social network is part of it.
   */
  private Set<Element> alike(Document page, PageMeasure measure, int prose) {
    List<Element> named = page.select("[class], [id]").stream().filter(e -> isNamed(e, unlessProse)).toList();
    Map<String, Integer> together = new HashMap<>();
    named.forEach(element -> together.merge(name(element), measure.prose(element), Integer::sum));
    Set<Element> unwanted = Collections.newSetFromMap(new IdentityHashMap<>());
    named.stream().filter(element -> together.getOrDefault(name(element), 0) * 100 < prose * MUCH)
        .filter(element -> !holdsContent(element, measure, MUCH, prose))
        .filter(element -> element.select("blockquote").isEmpty()).forEach(unwanted::add);
    return unwanted;
  }

  private static String name(Element element) {
    return element.hasAttr("class") ? element.className() : "#" + element.id();
  }

  private static boolean holdsContent(Element element, PageMeasure measure, int share, int prose) {
    if (FRAME.contains(element.normalName())) {
      return true;
    }
    boolean most = measure.prose(element) * 100 > prose * share;
    return !NEVER_CONTENT.contains(element.normalName()) && (measure.hasHeadline(element) || most);
  }

  private static boolean isListOfLinks(Element element, PageMeasure measure) {
    return measure.isLinks(element) && measure.prose(element) < FEW_LETTERS && !measure.hasHeadline(element)
        && element.select("a").size() > 2;
  }

  private static boolean isNamed(Element element, Set<String> words) {
    return isNamed(element.id(), words) || element.classNames().stream().anyMatch(name -> isNamed(name, words));
  }

  private static boolean isNamed(String name, Set<String> words) {
    if (name.isEmpty() || name.length() > 200) {
      return false;
    }
    String[] parts = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1-$2").toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
    for (int i = 0; i < parts.length; i++) {
      boolean beside = i > 0 && BESIDE.contains(parts[i - 1]);
      boolean pair = i + 1 < parts.length && words.contains(parts[i] + "-" + parts[i + 1]);
      if (!beside && (pair || words.contains(parts[i]))) {
        return true;
      }
    }
    return false;
  }
}
