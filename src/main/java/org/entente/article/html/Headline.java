package org.entente.article.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.article.Block;
import org.entente.article.NormalForm;
import org.entente.article.Piece;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Which of a page's headings is the article's headline: the one that says what the page declares as its title; where none
 * does, the declared title itself is, and where no more than the title element declares one, the heading of the first
 * level that stands over the text. A heading within the text is none, whatever its level.
 */
final class Headline {

  /** Letters of text over a heading from which on it is within the text, not over it. */
  private static final int TEXT_ABOVE = 300;

  private final PageTitles declared;

  Headline(PageTitles declared) {
    this.declared = declared;
  }

  /** The pieces from the headline on; where it stands outside the article, it is put in front. */
  List<Piece> over(List<Piece> pieces, Document page) {
    int at = index(pieces);
    Optional<String> elsewhere = headings(page).filter(declared::say).findFirst();
    boolean here = at >= 0 && (elsewhere.isEmpty() || declared.say(pieces.get(at).text()));
    List<Piece> rest = withoutTitles(pieces.subList(here ? at + 1 : 0, pieces.size()));
    Optional<String> headline =
        here ? Optional.of(pieces.get(at).text())
            : elsewhere.or(declared::first).or(() -> headings(page).findFirst());
    headline.ifPresent(title -> rest.addFirst(Piece.title(title)));
    return rest;
  }

  /** Of the headings over the text the one that says a declared title; where none is declared, the first. */
  private int index(List<Piece> pieces) {
    int first = -1;
    int above = 0;
    for (int i = 0; i < pieces.size() && above < TEXT_ABOVE; i++) {
      Piece piece = pieces.get(i);
      boolean heading = piece.is(Block.Kind.TITLE) || piece.is(Block.Kind.HEADING);
      if (heading && declared.say(piece.text())) {
        return i;
      }
      first = first < 0 && piece.is(Block.Kind.TITLE) && declared.mayBe(piece.text()) ? i : first;
      above += piece.is(Block.Kind.PARAGRAPH) && piece.text().length() > TEXT_ABOVE / 3 ? piece.text().length() : 0;
    }
    boolean opens = declared.titles().isEmpty() && !pieces.isEmpty() && pieces.getFirst().is(Block.Kind.HEADING);
    return first < 0 && opens ? 0 : first;
  }

  private static Stream<String> headings(Document page) {
    return page.select("h1").stream().map(Element::text).map(NormalForm::of).filter(text -> !text.isBlank());
  }

  private static List<Piece> withoutTitles(List<Piece> pieces) {
    List<Piece> out = new ArrayList<>();
    pieces.forEach(piece -> out.add(piece.is(Block.Kind.TITLE) ? Piece.heading(piece.text(), 1) : piece));
    return out;
  }
}
