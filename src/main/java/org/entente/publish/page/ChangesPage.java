package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;

/** {@code /changes}: what was added, changed and withdrawn, day by day. */
final class ChangesPage {

  private final Layout layout;
  private final String relativeRoot;

  ChangesPage(Layout layout, String relativeRoot) {
    this.layout = layout;
    this.relativeRoot = relativeRoot;
  }

  String html(List<Changed> changes) {
    Map<String, List<Html>> days = new LinkedHashMap<>();
    changes.forEach(change -> days.computeIfAbsent(change.day(), day -> new ArrayList<>()).add(item(change)));
    List<Html> parts = new ArrayList<>();
    parts.add(element("p", text("For programs: an "), link("changes.atom", "Atom feed"), text(" and a "),
        link("changes.ttl", "Linked Data Event Stream"), text(".")).with("class", "lead"));
    days.forEach((day, items) -> {
      parts.add(element("h2", day));
      parts.add(element("ul", several(items)));
    });
    if (days.isEmpty()) {
      parts.add(element("p", "Nothing is loaded yet.").with("class", "empty"));
    }
    Html feed = element("link").with("rel", "alternate").with("type", "application/atom+xml")
        .with("href", relativeRoot + "changes.atom");
    return layout.withHead(List.of(feed)).document("What changed", parts.toArray(Html[]::new));
  }

  private Html link(String address, String words) {
    return Html.link(relativeRoot + address, words);
  }

  private static Html item(Changed change) {
    return element("li", text(change.fate() + " "), Html.link(change.address(), change.label()),
        text(change.words().isEmpty() ? "" : ": " + change.words()));
  }
}
