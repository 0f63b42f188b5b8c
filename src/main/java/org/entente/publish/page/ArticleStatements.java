package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Excerpt;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.StatusGroup;

/**
 * What an article states, in the order of its text: the passages in place where the text is at hand, with everything
 * that they state beside them; else each passage by itself.
 */
final class ArticleStatements {

  private final Names names;

  ArticleStatements(Names names) {
    this.names = names;
  }

  /**
   * The statements.
   *
   * @param text the article's normalised text, where it may be shown
   * @param whole whether all of it may be shown
   */
  Html of(List<PageQueries.Row> rows, Optional<String> text, boolean whole) {
    if (rows.isEmpty()) {
      return element("p", "Nothing that states do together was found in this article.").with("class", "empty");
    }
    Map<String, List<PageQueries.Row>> passages = new LinkedHashMap<>();
    rows.forEach(row -> passages.computeIfAbsent(row.text("passage"), key -> new ArrayList<>()).add(row));
    Html statements = text.map(known -> inPlace(known, passages, whole)).orElseGet(() -> oneByOne(passages));
    return several(element("h2", "What it states"), statements);
  }

  private Html inPlace(String text, Map<String, List<PageQueries.Row>> passages, boolean whole) {
    List<Excerpt.Passage> evidence = new ArrayList<>();
    passages.forEach((iri, rows) -> rows.stream().limit(1).filter(row -> row.node("begin").isPresent())
        .forEach(row -> evidence.add(new Excerpt.Passage(iri, row.number("begin"), row.number("end")))));
    List<Html> parts = new ArrayList<>();
    if (!whole) {
      parts.add(element("p", "Shown are the sentences that statements rest on, and those next to them. The whole text "
          + "is with its publisher.").with("class", "note"));
    }
    for (Excerpt.Paragraph paragraph : Excerpt.of(text, evidence, whole)) {
      parts.add(element("p", words(paragraph)));
      List<Html> statements = paragraph.passages().stream()
          .flatMap(passage -> passages.getOrDefault(passage.iri(), List.of()).stream()).map(this::statement).toList();
      if (!statements.isEmpty()) {
        parts.add(element("ul", several(statements)).with("class", "stated"));
      }
    }
    return element("div", several(parts)).with("class", "article-text");
  }

  private static Html words(Excerpt.Paragraph paragraph) {
    List<Html> words = new ArrayList<>();
    for (Excerpt.Piece piece : paragraph.pieces()) {
      if (piece.left()) {
        words.add(text("[…] "));
      }
      words.add(piece.passage()
          .map(passage -> (Html) element("mark", piece.text()).with("id", fragment(passage.iri())))
          .orElseGet(() -> text(piece.text())));
    }
    paragraph.passages().stream()
        .filter(passage -> paragraph.pieces().stream().noneMatch(piece -> piece.passage().equals(Optional.of(passage))))
        .forEach(passage -> words.add(element("span").with("id", fragment(passage.iri()))));
    if (paragraph.leftAfter()) {
      words.add(text(" […]"));
    }
    return Html.run(words);
  }

  private static String fragment(String iri) {
    return iri.substring(iri.indexOf('#') + 1);
  }

  private Html oneByOne(Map<String, List<PageQueries.Row>> passages) {
    List<Html> items = new ArrayList<>();
    passages.forEach((passage, statements) -> items.add(passage(passage, statements)));
    return element("ol", several(items)).with("class", "passages");
  }

  private Html passage(String iri, List<PageQueries.Row> statements) {
    String words = statements.getFirst().text("quote");
    List<Html> lines = statements.stream().map(this::statement).toList();
    return element("li", words.isEmpty() ? Html.NOTHING : element("blockquote", words),
        element("ul", several(lines)).with("class", "stated")).with("id", fragment(iri));
  }

  private Html statement(PageQueries.Row row) {
    String status = row.text("status");
    StatusGroup group = status.isEmpty() ? StatusGroup.URGED : StatusGroup.of(status);
    return element("li", names.term(row.text("kind")), text(": "),
        names.thing(row.text("statement"), names.withoutStatus(row.text("label"), status)),
        status.isEmpty() ? Html.NOTHING : several(text(" – "), names.term(status)))
        .with("class", "statement " + group.code());
  }
}
