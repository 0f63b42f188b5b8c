package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.Names;
import org.entente.vocab.ENT;

/** {@code /search}: what was found under some words, with the words where they were found. */
final class SearchPage {

  private static final int CONTEXT = 90;

  private final Names names;
  private final Layout layout;

  SearchPage(Names names, Layout layout) {
    this.names = names;
    this.layout = layout;
  }

  String html(Found found) {
    List<Html> parts = new ArrayList<>(List.of(form("", found.words())));
    if (!found.words().isBlank() && found.hits().isEmpty() && found.page() > 1) {
      parts.add(element("p", "There is no page " + found.page() + " of this search.").with("class", "empty"));
    } else if (!found.words().isBlank() && found.hits().isEmpty()) {
      parts.add(element("p", "Nothing here is called so, and no passage has these words. Every word must begin a word "
          + "of the name or passage; try fewer or shorter ones.").with("class", "empty"));
    } else if (!found.hits().isEmpty()) {
      parts.add(element("p", summary(found)).with("class", "note").with("role", "status"));
      parts.add(element("ol", several(found.hits().stream().map(hit -> item(hit, found.words())).toList()))
          .with("class", "hits"));
      parts.add(neighbours(found));
    }
    return layout.document(found.words().isBlank() ? "Search" : "Search: " + found.words().strip(),
        parts.toArray(Html[]::new));
  }

  private static String summary(Found found) {
    int number = found.hits().size();
    String what = found.page() > 1 ? "Page " + found.page() + ", " + number + " more"
        : found.more() ? "The best " + number : number == 1 ? "1 thing" : number + " things";
    return what + (found.complete() ? "" : "; the dataset is too large for all of it to be searched here, "
        + "SPARQL reaches the rest");
  }

  private static Html neighbours(Found found) {
    List<Html> links = new ArrayList<>();
    if (found.page() > 1) {
      links.add(Html.link(address(found.words(), found.page() - 1), "Previous page").with("rel", "prev"));
    }
    if (found.more()) {
      links.add(text(" "));
      links.add(Html.link(address(found.words(), found.page() + 1), "Next page").with("rel", "next"));
    }
    return links.isEmpty() ? Html.NOTHING : element("p", Html.run(links));
  }

  private static String address(String words, int page) {
    return "search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&page=" + page;
  }

  /** @param root how a link gets from the page to the dataset's root */
  static Html form(String root, String words) {
    return element("form",
        element("p", element("label", "Names of states, persons, institutions, undertakings, or words of a passage")
            .with("for", "q")),
        element("p", element("input").with("id", "q").with("name", "q").with("type", "search").with("value", words)
            .with("maxlength", "200").with("data-names", root + Layout.NAMES),
            element("button", "Search")))
        .with("action", root + "search").with("method", "get").with("class", "search");
  }

  private Html item(Found.Hit hit, String words) {
    String label = hit.label().equals(hit.iri()) ? "A passage" : hit.label();
    boolean otherwise = !hit.matched().equals(hit.label());
    return element("li", names.thing(hit.iri(), label),
        hit.type().isEmpty() ? Html.NOTHING
            : several(text(" "), element("small", names.term(ENT.NS + hit.type()))),
        otherwise ? element("blockquote", marked(hit.matched(), words)) : Html.NOTHING);
  }

  /** The words around the first hit, with what was searched for marked. */
  private static Html marked(String passage, String words) {
    Pattern wanted = Pattern.compile(String.join("|", Arrays.stream(words.strip().split("\\s+"))
        .map(word -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(word.toLowerCase(Locale.ROOT))).toList()),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    Matcher found = wanted.matcher(passage);
    int first = found.find() ? found.start() : 0;
    int from = first < CONTEXT ? 0 : passage.indexOf(' ', first - CONTEXT) + 1;
    int until = passage.length() - from < 3 * CONTEXT ? passage.length()
        : Math.max(from, passage.lastIndexOf(' ', from + 3 * CONTEXT));
    List<Html> parts = new ArrayList<>(List.of(text(from > 0 ? "… " : "")));
    int at = from;
    found.reset();
    while (found.find() && found.end() <= until) {
      if (found.start() >= at) {
        parts.add(text(passage.substring(at, found.start())));
        parts.add(element("mark", found.group()));
        at = found.end();
      }
    }
    parts.add(text(passage.substring(at, until) + (until < passage.length() ? " …" : "")));
    return Html.run(parts);
  }
}
