package org.entente.publish.page.part;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An article's text cut into evidence and what stands between. A publisher may show what evidence needs; of the rest
 * only the neighbouring sentences are kept, unless all may be shown.
 */
public final class Excerpt {

  private Excerpt() {}

  /**
   * Something that statements rest on.
   *
   * @param begin first of its signs, counted in Unicode code points from 0
   * @param end one after its last
   */
  public record Passage(String iri, int begin, int end) {}

  /**
   * A piece of a paragraph.
   *
   * @param passage what it is evidence of; empty for a sentence between
   * @param left whether something before it was left out
   */
  public record Piece(String text, Optional<Passage> passage, boolean left) {}

  /**
   * A paragraph, or what is shown of it.
   *
   * @param passages those in it, in order; one that lies in another is here but has no piece of its own
   * @param leftAfter whether something behind its last piece was left out
   */
  public record Paragraph(List<Piece> pieces, List<Passage> passages, boolean leftAfter) {}

  /** The paragraphs that are shown, in order; those of which nothing is shown are left out. */
  public static List<Paragraph> of(String text, List<Passage> evidence, boolean whole) {
    List<Passage> passages = evidence.stream()
        .filter(passage -> passage.end() <= text.codePointCount(0, text.length()))
        .sorted(Comparator.comparingInt(Passage::begin).thenComparing(Passage::end, Comparator.reverseOrder()))
        .toList();
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      int from = start;
      int to = start + line.length();
      List<Passage> inside = passages.stream()
          .filter(passage -> at(text, passage.begin()) >= from && at(text, passage.begin()) < to).toList();
      if (!line.isBlank() && (whole || !inside.isEmpty())) {
        paragraphs.add(paragraph(text, from, to, inside, whole));
      }
      start = to + 1;
    }
    return paragraphs;
  }

  private static int at(String text, int codePoint) {
    return text.offsetByCodePoints(0, codePoint);
  }

  private static Paragraph paragraph(String text, int from, int to, List<Passage> passages, boolean whole) {
    List<Piece> pieces = new ArrayList<>();
    int position = from;
    for (Passage passage : passages) {
      int begin = at(text, passage.begin());
      if (begin >= position) {
        between(text, position, begin, pieces);
        int end = Math.min(to, at(text, passage.end()));
        pieces.add(new Piece(text.substring(begin, end), Optional.of(passage), false));
        position = end;
      }
    }
    between(text, position, to, pieces);
    return whole ? new Paragraph(pieces, passages, false) : shown(pieces, passages);
  }

  private static void between(String text, int from, int to, List<Piece> pieces) {
    for (String sentence : sentences(text.substring(from, to))) {
      pieces.add(new Piece(sentence, Optional.empty(), false));
    }
  }

  private static List<String> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      sentences.add(text.substring(from, to));
      from = to;
    }
    return sentences;
  }

  private static Paragraph shown(List<Piece> pieces, List<Passage> passages) {
    Set<Integer> kept = new TreeSet<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).passage().isPresent()) {
        kept.add(Math.max(0, i - 1));
        kept.add(i);
        kept.add(Math.min(pieces.size() - 1, i + 1));
      }
    }
    List<Piece> shown = new ArrayList<>();
    Set<Integer> before = new HashSet<>();
    for (int i : kept) {
      boolean left = i > 0 && !before.contains(i - 1);
      shown.add(new Piece(pieces.get(i).text(), pieces.get(i).passage(), left));
      before.add(i);
    }
    return new Paragraph(shown, passages, !before.contains(pieces.size() - 1));
  }
}
