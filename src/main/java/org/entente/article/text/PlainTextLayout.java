package org.entente.article.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.article.Block;
import org.entente.article.Piece;
import org.entente.article.WordList;
import org.entente.article.header.HeaderLine;

/**
 * Tells what each line of plain text is: title, heading, paragraph, list item or caption. Only layout is used (blank
 * lines, indents, bullet marks, line lengths, capitals, closing punctuation), so that it works for any subject.
 */
public final class PlainTextLayout {

  private static final Pattern CAPTION_CUE = WordList.anyOf("", "caption-cues.txt", "");
  /** Words that open a sentence about somebody: an unmarked item of a list of demands does not begin so. */
  private static final Pattern NO_DEMAND =
      Pattern.compile("^(?:The|A|An|This|That|These|Those|It|He|She|They|We|I|In|On|At|By|But|And|Yet|Still|However"
          + "|There|Here|Its|His|Her|Their|Our|As|If|While|When|After|Before|Since|For|From|To|With|Of|Not|No)\\b.*");
  private static final Pattern ONE_SENTENCE_MORE = Pattern.compile("[a-z]{2}[.!?] \\p{Lu}");
  private static final int FEWEST_ENTRIES = 3;
  private static final Pattern TITLE_LABEL = Pattern.compile("^(?:title|headline): +", Pattern.CASE_INSENSITIVE);
  private static final int HEADING_WORDS = 14;
  private static final int HEADER_LINES = 14;

  private final HeaderLine header;

  public PlainTextLayout(HeaderLine header) {
    this.header = header;
  }

  public List<Piece> pieces(List<String> lines) {
    List<TextRun> runs = TextRuns.of(lines, header);
    Dialogue dialogue = Dialogue.in(runs.stream().filter(run -> !run.marked()).map(TextRun::text));
    List<Piece> pieces = new ArrayList<>();
    boolean chronology = runs.stream().filter(run -> TextRun.isEntry(run.text())).count() >= FEWEST_ENTRIES;
    int title = titleIndex(runs);
    int listIndent = 0;
    for (int i = 0; i < runs.size(); i++) {
      boolean listGoesOn = i > 0 && runs.get(i - 1).marked();
      listIndent = listGoesOn ? Math.min(listIndent, runs.get(i).indent()) : runs.get(i).indent();
      boolean entry = chronology && i != title && TextRun.isEntry(runs.get(i).text());
      pieces.add(entry ? Piece.item(runs.get(i).text(), 1) : piece(runs, i, title, dialogue, listIndent));
    }
    return withUnmarkedLists(pieces, dialogue);
  }

  private Piece piece(List<TextRun> runs, int i, int title, Dialogue dialogue, int listIndent) {
    TextRun run = runs.get(i);
    if (i == title) {
      return Piece.title(TITLE_LABEL.matcher(run.text()).replaceFirst(""));
    }
    if (run.marked()) {
      return isNumberedHeading(runs, i)
          ? Piece.heading(run.text(), 1) : Piece.item(run.text(), itemLevel(run, listIndent));
    }
    if (dialogue.turn(run.text()).isPresent() || TextRun.isSeparator(run.text())) {
      return Piece.paragraph(run.text());
    }
    if (TextRun.isPeriod(run.text())) {
      return i + 1 < runs.size() ? Piece.heading(run.text(), 1) : Piece.paragraph(run.text());
    }
    if (isUnmarkedItem(runs, i)) {
      return Piece.item(run.text(), 1);
    }
    boolean headsItems = i + 1 < runs.size() && isHeadOfItems(run, runs.get(i + 1));
    if (isHeading(runs, i) || headsItems) {
      return Piece.heading(run.text(), 1);
    }
    return isCaption(run) ? Piece.caption(run.text()) : Piece.paragraph(run.text());
  }

  /** The first line that can be a headline; a date line or the paper's own name may stand over it. */
  private int titleIndex(List<TextRun> runs) {
    for (int i = 0; i < Math.min(runs.size() - 1, HEADER_LINES); i++) {
      String text = runs.get(i).text();
      boolean over = header.read(text).isPresent() && !TITLE_LABEL.matcher(text).find()
          || HeaderLine.isMasthead(text) && isTitle(runs, i + 1);
      if (!over) {
        return isTitle(runs, i) ? i : -1;
      }
    }
    return -1;
  }

  /** A headline is short, is no sentence with a full stop, and something follows it. */
  private boolean isTitle(List<TextRun> runs, int i) {
    TextRun run = runs.get(i);
    return i + 1 < runs.size() && !run.marked() && run.text().length() <= 200 && !run.text().endsWith(".")
        && !TextRun.isSeparator(run.text()) && (i == 0 || header.read(run.text()).isEmpty());
  }

  private static boolean isNumberedHeading(List<TextRun> runs, int i) {
    TextRun run = runs.get(i);
    if (!run.numbered() || i + 1 >= runs.size() || i > 0 && runs.get(i - 1).numbered()) {
      return false;
    }
    return runs.get(i + 1).marked() ? isHeadOfItems(run, runs.get(i + 1)) : isHeading(runs, i);
  }

  /** "1) Economic" over "a) Found a bank.", "For Malta" over "- Open an office.": a few words that are no sentence. */
  private static boolean isHeadOfItems(TextRun run, TextRun next) {
    String[] words = run.text().split(" ");
    return run.opens() && next.marked() && !next.numbered() && words.length <= 6 && startsHeading(run.text())
        && !run.text().matches(".*[.!?;,]") && (isTitleCase(words) || !NO_DEMAND.matcher(run.text()).matches());
  }

  /** Two columns of indent are one level; the list's first item stands on the first level. */
  private static int itemLevel(TextRun run, int listIndent) {
    return Math.clamp(1 + (run.indent() - listIndent) / 2, 1, 6);
  }

  /**
   * An item that lost its mark: "Fly joint patrols ..." among "- Hold ..." and "- Share ...". It is indented and stands
   * beside a marked one, or it stands between two and begins as a demand does.
   */
  private static boolean isUnmarkedItem(List<TextRun> runs, int i) {
    TextRun run = runs.get(i);
    boolean after = i > 0 && runs.get(i - 1).marked() && !isNumberedHeading(runs, i - 1);
    boolean before = i + 1 < runs.size() && runs.get(i + 1).marked();
    if (run.text().length() > 400 || !TextRun.endsSentence(run.text())) {
      return false;
    }
    return run.indent() > 0 && (after || before)
        || after && before && !NO_DEMAND.matcher(run.text()).matches() && run.text().length() <= 250;
  }

  /**
   * Items that all lost their marks: two or more short sentences after a colon, none of which begins as a report does
   * ("They should: / Sign a treaty. / Build a dam.").
   */
  private static List<Piece> withUnmarkedLists(List<Piece> pieces, Dialogue dialogue) {
    List<Piece> out = new ArrayList<>(pieces);
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.get(i).text().endsWith(":") || pieces.get(i).is(Block.Kind.TITLE)) {
        continue;
      }
      int end = i + 1;
      while (end < pieces.size() && isDemand(pieces.get(end), dialogue)) {
        end++;
      }
      for (int j = i + 1; j < end && end - i > 2; j++) {
        out.set(j, Piece.item(pieces.get(j).text(), 1));
      }
    }
    return out;
  }

  private static boolean isDemand(Piece piece, Dialogue dialogue) {
    String text = piece.text();
    return piece.is(Block.Kind.PARAGRAPH) && text.length() <= 300 && TextRun.endsSentence(text)
        && !NO_DEMAND.matcher(text).matches() && !ONE_SENTENCE_MORE.matcher(text).find()
        && dialogue.turn(text).isEmpty();
  }

  private static boolean isHeading(List<TextRun> runs, int i) {
    TextRun run = runs.get(i);
    String text = run.text();
    String[] words = text.split(" ");
    if (!run.alone() || i + 1 >= runs.size() || text.length() > 100 || words.length > HEADING_WORDS
        || TextRun.endsSentence(text) && !text.endsWith("?") || text.endsWith(",") || text.endsWith(";")
        || CAPTION_CUE.matcher(text).find() || !startsHeading(text)) {
      return false;
    }
    boolean leadsIn = text.endsWith(":") && (words.length > 3 || NO_DEMAND.matcher(text).matches());
    return isTitleCase(words) || words.length <= 8 && !leadsIn;
  }

  private static boolean startsHeading(String text) {
    int first = text.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(' ');
    return Character.isUpperCase(first) || Character.isDigit(first);
  }

  private static boolean isTitleCase(String[] words) {
    for (String word : words) {
      int first = word.codePoints().filter(Character::isLetter).findFirst().orElse('A');
      if (word.length() > 4 && Character.isLowerCase(first)) {
        return false;
      }
    }
    return true;
  }

  /** A caption stands alone and names who is where in a picture, or is a line too long for a heading and not closed. */
  private static boolean isCaption(TextRun run) {
    return run.alone() && run.text().length() <= 400
        && (CAPTION_CUE.matcher(run.text()).find()
            || !TextRun.endsSentence(run.text()) && !run.text().endsWith(":") && run.text().length() <= 250);
  }
}
