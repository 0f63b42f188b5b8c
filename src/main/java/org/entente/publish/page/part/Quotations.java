package org.entente.publish.page.part;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.publish.page.html.Html;

/** The exact words that something rests on, and where they stand. */
public final class Quotations {

  private final Names names;

  public Quotations(Names names) {
    this.names = names;
  }

  /** The words alone. */
  Html words(Deed.Evidence evidence) {
    return figure(element("blockquote", evidence.quote()), evidence);
  }

  /** The words with the sentences before and behind them, where the text is at hand. */
  public Html inContext(Deed.Evidence evidence, ArticleTexts texts) {
    Optional<Html> context = texts.text(evidence.digest()).filter(text -> evidence.end() > evidence.begin())
        .flatMap(text -> Excerpt.of(text,
            List.of(new Excerpt.Passage(evidence.passage(), evidence.begin(), evidence.end())), false)
            .stream().findFirst())
        .map(Quotations::surrounded);
    return figure(context.orElseGet(() -> element("blockquote", evidence.quote())), evidence);
  }

  private static Html surrounded(Excerpt.Paragraph paragraph) {
    List<Html> words = new ArrayList<>();
    for (Excerpt.Piece piece : paragraph.pieces()) {
      words.add(piece.passage().isPresent() ? element("mark", piece.text()) : text(piece.text()));
    }
    return element("blockquote", Html.run(words));
  }

  private Html figure(Html words, Deed.Evidence evidence) {
    if (evidence.article().isEmpty()) {
      return element("figure", words);
    }
    String place = names.address(evidence.passage()).orElse(evidence.passage());
    String title = evidence.title().isEmpty() ? "the article" : evidence.title();
    return element("figure", words, element("figcaption", text("in "), link(place, title)));
  }
}
