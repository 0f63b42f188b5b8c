package org.entente.article.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Headings of the first level that name the site, which many blogs have over the headline: nothing but a link home. */
final class SiteHeadings {

  private static final Pattern HOME =
      Pattern.compile("(?:https?:)?//[^/?#]+/?|/|(?:\\./)?index\\.(?:html?|php)", Pattern.CASE_INSENSITIVE);

  private SiteHeadings() {}

  static void demoteIn(Document page) {
    page.select("h1").stream().filter(SiteHeadings::isSites).toList().forEach(heading -> heading.tagName("div"));
  }

  private static boolean isSites(Element heading) {
    Element link = heading.selectFirst("a[href]");
    return link != null && HOME.matcher(link.attr("href").strip()).matches() && link.text().equals(heading.text());
  }
}
