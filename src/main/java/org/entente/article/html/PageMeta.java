package org.entente.article.html;

import java.util.List;
import java.util.Locale;
import org.entente.article.NormalForm;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page's meta elements by their name, property or itemprop, each of which may be several in one. */
record PageMeta(Document page) {

  /** Contents of all meta elements of any of the names, in the order of the page. */
  List<String> values(String... names) {
    List<String> sought = List.of(names);
    return page.select("meta[content]").stream().filter(element -> isNamed(element, sought))
        .map(element -> NormalForm.of(element.attr("content"))).filter(content -> !content.isEmpty()).toList();
  }

  private static boolean isNamed(Element element, List<String> names) {
    String all = element.attr("property") + " " + element.attr("name") + " " + element.attr("itemprop");
    return List.of(all.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream().anyMatch(names::contains);
  }
}
