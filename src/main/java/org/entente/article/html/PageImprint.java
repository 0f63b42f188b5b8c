package org.entente.article.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.article.NormalForm;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says around its article of who publishes it: the site's name, the words of its head ("State of …, Ministry
 * of …") and foot. Menus are no part of it: they name whatever the site is about.
 */
final class PageImprint {

  private static final String FRAME =
      "body > header, body > div > header, [role=banner], [role=contentinfo], footer, [class*=masthead], [id*=masthead], "
          + "[class*=site-title], [class*=site-name], [id*=site-title], [class*=letterhead]";
  private static final String MENUS = "nav, ul, ol, select, form, script, style, article, main, [role=navigation]";
  /** A head or foot with more to say is a page of its own. */
  private static final int LONGEST = 300;

  private PageImprint() {}

  /** Lines without repeats, in the page's order. */
  static List<String> of(Document page) {
    List<String> lines = new ArrayList<>(new PageMeta(page).values("og:site_name"));
    PageTitles.siteIn(page).ifPresent(lines::add);
    Stream
        .concat(Stream.of(page.title()).flatMap(PageImprint::site),
            page.select(FRAME).stream().flatMap(PageImprint::words))
        .map(NormalForm::of).filter(line -> !line.isEmpty() && line.length() <= LONGEST).forEach(lines::add);
    return lines.stream().distinct().toList();
  }

  /** What follows the headline in the page's title. */
  private static Stream<String> site(String title) {
    String[] parts = title.split("\\s+[|·–—-]\\s+");
    return Stream.of(parts).skip(1);
  }

  /** Line by line: the state and the ministry in a letterhead are two names. */
  private static Stream<String> words(Element frame) {
    Element bare = frame.clone();
    bare.select(MENUS).remove();
    return bare.wholeText().lines();
  }
}
