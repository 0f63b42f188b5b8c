package org.entente.publish.files;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.entente.vocab.Addresses;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page made fit to be a file: links lead to files, by ways that hold under any address; what would have to ask a program
 * is gone.
 */
final class SitePage {

  /** The page that says what is not here. */
  static final String NOT_HERE = "sparql.html";

  private final SiteAddress here;
  private final String file;
  private final String base;
  private final Document document;

  SitePage(SiteAddress here, String file, String html, String base) {
    this.here = here;
    this.file = file;
    this.base = base;
    this.document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
  }

  /** Adds a link to the head, as its reply had it. */
  void link(String target, String relation, String type) {
    Element link = document.head().appendElement("link").attr("rel", relation).attr("href", target);
    if (!type.isEmpty()) {
      link.attr("type", type);
    }
  }

  /**
   * The page.
   *
   * @param files what is the file of an address; empty where there is none
   */
  String html(Function<SiteAddress, Optional<String>> files) {
    for (Element form : document.select("form")) {
      Element around = form.parent();
      if (around != null && around.nameIs("details")) {
        around.remove();
      } else {
        form.remove();
      }
    }
    document.select("a[href]").forEach(link -> rewrite(link, "href", files, (element, gone) -> element.unwrap()));
    document.select("link[href]:not([rel=canonical], [rel=cite-as])")
        .forEach(link -> rewrite(link, "href", files, (element, gone) -> element.remove()));
    document.select("script[src], img[src]")
        .forEach(source -> rewrite(source, "src", files, (element, gone) -> element.remove()));
    return document.outerHtml() + "\n";
  }

  private void rewrite(Element element, String attribute, Function<SiteAddress, Optional<String>> files,
      BiConsumer<Element, String> otherwise) {
    String link = element.attr(attribute);
    if (link.startsWith("#")) {
      return;
    }
    Optional<SiteAddress> address = SiteAddress.of(link, here, base);
    if (address.isEmpty()) {
      return;
    }
    Optional<String> target = address.get().asksAProgram() ? Optional.of(NOT_HERE) : files.apply(address.get());
    if (target.isPresent()) {
      element.attr(attribute, way(file, target.get()) + SiteAddress.fragment(link));
    } else {
      otherwise.accept(element, link);
    }
  }

  /** How a link gets from one file to another. */
  static String way(String from, String to) {
    String up = "../".repeat((int) from.chars().filter(sign -> sign == '/').count());
    String shorter = to.endsWith("/index.html") || to.equals("index.html")
        ? to.substring(0, to.length() - "index.html".length()) : to;
    String way = up + Addresses.encodedPath(shorter);
    return way.isEmpty() ? "./" : way;
  }
}
