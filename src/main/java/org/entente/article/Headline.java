package org.entente.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Which of a page's headings is the article's headline: the one that says what the page declares as its title, else a
 * heading of the first level that stands over the text. A heading within the text is none, whatever its level.
 */
final class Headline {

  /** Letters of text over a heading from which on it is within the text, not over it. */
  private static final int TEXT_ABOVE = 300;

  private final Optional<String> declared;

  Headline(Metadata metadata) {
    declared = metadata.title().map(NormalForm::of).filter(title -> !title.isEmpty());
  }

  /** The pieces from the headline on; where it stands outside the article, it is put in front. */
  List<Piece> over(List<Piece> pieces, Document page) {
    int at = index(pieces);
    if (at >= 0) {
      List<Piece> titled = withoutTitles(pieces.subList(at + 1, pieces.size()));
      titled.addFirst(Piece.title(pieces.get(at).text()));
      return titled;
    }
    List<Piece> titled = withoutTitles(pieces);
    outside(page).ifPresent(title -> titled.addFirst(Piece.title(title)));
    return titled;
  }

  private int index(List<Piece> pieces) {
    int first = -1;
    int above = 0;
    for (int i = 0; i < pieces.size() && above < TEXT_ABOVE; i++) {
      Piece piece = pieces.get(i);
      boolean heading = piece.is(Block.Kind.TITLE) || piece.is(Block.Kind.HEADING);
      if (heading && says(piece.text())) {
        return i;
      }
      first = first < 0 && piece.is(Block.Kind.TITLE) && mayBe(piece.text()) ? i : first;
      above += piece.is(Block.Kind.PARAGRAPH) && piece.text().length() > TEXT_ABOVE / 3 ? piece.text().length() : 0;
    }
    boolean opens = declared.isEmpty() && !pieces.isEmpty() && pieces.getFirst().is(Block.Kind.HEADING);
    return first < 0 && opens ? 0 : first;
  }

  /** The declared title may have a word or the site's name more, or other punctuation. */
  private boolean says(String heading) {
    return declared.filter(title -> alike(words(title), words(heading))).isPresent();
  }

  private static boolean alike(Set<String> title, Set<String> heading) {
    Set<String> common = new HashSet<>(title);
    common.retainAll(heading);
    int larger = Math.max(title.size(), heading.size());
    boolean within = common.size() == Math.min(title.size(), heading.size()) && common.size() >= 4;
    return larger > 0 && (within || common.size() * 10 >= larger * 7);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    return words;
  }

  /** Where a title is declared, a heading of one or two words that are not in it is the name of the site or section. */
  private boolean mayBe(String heading) {
    return declared.isEmpty() || words(heading).size() > 2;
  }

  private Optional<String> outside(Document page) {
    List<String> headings =
        page.select("h1").stream().map(Element::text).map(NormalForm::of).filter(text -> !text.isBlank()).toList();
    return headings.stream().filter(this::says).findFirst().or(() -> declared)
        .or(() -> headings.stream().findFirst());
  }

  private static List<Piece> withoutTitles(List<Piece> pieces) {
    List<Piece> out = new ArrayList<>();
    pieces.forEach(piece -> out.add(piece.is(Block.Kind.TITLE) ? Piece.heading(piece.text(), 1) : piece));
    return out;
  }
}
