package org.entente.article.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.article.Block;
import org.entente.article.NormalForm;
import org.entente.article.Piece;
import org.entente.article.WordList;
import org.entente.article.header.PublicationDate;
import org.entente.article.text.TextRun;

/**
 * Takes out of a page's pieces what stood among the article's paragraphs and is none of it: what is there twice (the
 * caption of a picture and of its enlargement, the headline over a video), lists of other stories under their heading,
 * and words of the page's own, such as "Close" and when it was last changed.
 */
final class PageRemains {

  private static final Pattern OTHER_STORIES = WordList.anyOf("^\\W*", "other-stories.txt", "\\W*$");
  /** The day of a change is not that of publication. */
  private static final Pattern UPDATED =
      Pattern.compile("^\\W*(?:this (?:article|page|story) was )?(?:last )?(?:updated|modified|revised)\\b"
          + "(?!.*\\b(?:published|posted|issued)\\b).{0,60}", Pattern.CASE_INSENSITIVE);
  /** A button that shows a text in full. */
  private static final Pattern MORE =
      Pattern.compile("\\W*(?:(?:show|read|see|view) )?(?:more|less)\\W*", Pattern.CASE_INSENSITIVE);
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int LONG_ENOUGH = 30;
  private static final int PARAGRAPH = 100;

  private PageRemains() {}

  static List<Piece> removedFrom(List<Piece> pieces) {
    return withoutTeasers(withoutFragments(withoutRepetitions(pieces)));
  }

  private static List<Piece> withoutRepetitions(List<Piece> pieces) {
    Set<String> seen = new HashSet<>();
    List<Piece> out = new ArrayList<>();
    for (Piece piece : pieces) {
      String said = NormalForm.of(piece.text()).toLowerCase(Locale.ROOT);
      boolean again = said.length() >= LONG_ENOUGH && seen.contains(said) && !piece.is(Block.Kind.LIST_ITEM);
      if (!again && !isCutCaption(piece, out)) {
        out.add(piece);
      }
      if (!piece.is(Block.Kind.PARAGRAPH) && !piece.is(Block.Kind.LIST_ITEM)) {
        seen.add(said);
      }
    }
    return out;
  }

  /** Galleries show a caption's beginning beside it, closed by dots or by nothing. */
  private static boolean isCutCaption(Piece piece, List<Piece> before) {
    String start = piece.text().strip().replaceFirst("\\s*(?:…|\\.{2,})$", "");
    return piece.is(Block.Kind.CAPTION) && start.length() >= LONG_ENOUGH
        && before.stream().anyMatch(other -> other.is(Block.Kind.CAPTION) && other.text().startsWith(start));
  }

  /** One word without a full stop, or two in small letters, are a button or a label; a date is none. */
  private static List<Piece> withoutFragments(List<Piece> pieces) {
    return pieces.stream().filter(piece -> !MORE.matcher(piece.text()).matches())
        .filter(piece -> !piece.is(Block.Kind.PARAGRAPH) || !isFragment(piece.text())).toList();
  }

  private static boolean isFragment(String text) {
    if (UPDATED.matcher(text).matches()) {
      return true;
    }
    if (text.length() >= LONG_ENOUGH || text.matches("(?s).*[.!?\"”]") || PublicationDate.in(text).isPresent()
        || TextRun.isSeparator(text)) {
      return false;
    }
    List<String> words = LETTERS.matcher(text).results().map(found -> found.group()).toList();
    return words.size() < 2 || words.size() == 2 && !Character.isUpperCase(words.getLast().codePointAt(0));
  }

  /** From a heading such as "You may also like" to the next paragraph that is long enough to be the article's. */
  private static List<Piece> withoutTeasers(List<Piece> pieces) {
    List<Piece> out = new ArrayList<>();
    boolean teasers = false;
    for (Piece piece : pieces) {
      boolean label = !piece.is(Block.Kind.TITLE) && OTHER_STORIES.matcher(piece.text()).matches();
      teasers = label || teasers && !resumes(piece);
      if (!teasers) {
        out.add(piece);
      }
    }
    return out;
  }

  private static boolean resumes(Piece piece) {
    return piece.is(Block.Kind.PARAGRAPH) && piece.text().length() >= PARAGRAPH
        && piece.text().matches("(?s).*[.!?:][\"”’')]*");
  }
}
