package org.entente.publish.page;

import static org.entente.publish.page.Html.element;
import static org.entente.publish.page.Html.several;
import static org.entente.publish.page.Html.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an article states, in the order of its text: each passage once, with everything that it states. */
final class ArticleStatements {

  private final Names names;

  ArticleStatements(Names names) {
    this.names = names;
  }

  Html of(List<PageQueries.Row> rows) {
    if (rows.isEmpty()) {
      return element("p", "Nothing that states do together was found in this article.").with("class", "empty");
    }
    Map<String, List<PageQueries.Row>> passages = new LinkedHashMap<>();
    rows.forEach(row -> passages.computeIfAbsent(row.text("passage"), key -> new ArrayList<>()).add(row));
    List<Html> items = new ArrayList<>();
    passages.forEach((passage, statements) -> items.add(passage(passage, statements)));
    return several(element("h2", "What it states"), element("ol", several(items)).with("class", "passages"));
  }

  private Html passage(String iri, List<PageQueries.Row> statements) {
    String words = statements.getFirst().text("quote");
    List<Html> lines = statements.stream().map(this::statement).toList();
    return element("li", words.isEmpty() ? Html.NOTHING : element("blockquote", words),
        element("ul", several(lines))).with("id", iri.substring(iri.indexOf('#') + 1));
  }

  private Html statement(PageQueries.Row row) {
    String status = row.text("status");
    StatusGroup group = status.isEmpty() ? StatusGroup.URGED : StatusGroup.of(status);
    return element("li", names.term(row.text("kind")), text(": "),
        names.thing(row.text("statement"), row.text("label")),
        status.isEmpty() ? Html.NOTHING : several(text(" – "), names.term(status)))
        .with("class", "statement " + group.code());
  }
}
