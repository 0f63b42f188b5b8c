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

  /** Quotations up to so many signs are shown whole, longer ones up to about as many as the second number. */
  private static final int LONG = 260;
  private static final int SHORTENED = 180;

  private final Names names;

  public Quotations(Names names) {
    this.names = names;
  }

  /** The words alone; of many only the beginning, and the rest when it is asked for. */
  Html words(Deed.Evidence evidence) {
    String quote = evidence.quote();
    int cut = cut(quote);
    return figure(cut == quote.length() ? element("blockquote", quote)
        : element("blockquote", Html.run(List.of(text(quote.substring(0, cut).strip() + " "),
            element("details", element("summary", "more"), text(quote.substring(cut).strip())).with("class", "more")))),
        evidence);
  }

  /** Where the first sentence ends, or a clause or word where that is too long. */
  private static int cut(String quote) {
    if (quote.length() <= LONG) {
      return quote.length();
    }
    for (String end : List.of(". ", "; ", ", ", " ")) {
      int at = quote.lastIndexOf(end, SHORTENED);
      if (at > SHORTENED / 3) {
        return at + 1;
      }
    }
    return quote.length();
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
