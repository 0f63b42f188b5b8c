package org.entente.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what each line of plain text is: title, heading, paragraph, list item or caption. Only layout is used (blank
 * lines, indents, bullet marks, line lengths, capitals, closing punctuation), so that it works for any subject.
 */
final class PlainTextLayout {

  private static final Pattern MARK =
      Pattern.compile("^(?:(?:[-–—*·+]|o(?= +\\p{Lu}))\\s+|[•●▪■◦‣➢]\\s*|\\(?\\d{1,2}[.)]\\s+|\\(?[a-z]\\)\\s+)"
          + "(?=\\S)");
  private static final Pattern CAPTION_CUE = WordList.anyOf("", "caption-cues.txt", "");
  /** Words that open a sentence about somebody: an unmarked item of a list of demands does not begin so. */
  private static final Pattern NO_DEMAND =
      Pattern.compile("^(?:The|A|An|This|That|These|Those|It|He|She|They|We|I|In|On|At|By|But|And|Yet|Still|However"
          + "|There|Here|Its|His|Her|Their|Our|As|If|While|When|After|Before|Since|For|From|To|With|Of|Not|No)\\b.*");
  private static final Pattern UNDERLINE = Pattern.compile("^\\s*(?:-{3,}|={3,}|~{3,})\\s*$");
  /** A line that is only a year or a month, as chronologies have above their entries. */
  private static final Pattern PERIOD =
      Pattern.compile("^(?:(?:January|February|March|April|May|June|July|August|September|October|November"
          + "|December) ?)?(?:(?:19|20)\\d\\d)?:?$");
  /** An entry of a chronology: "March 29 - The envoy ...", "5 May 2019: ...", "Jan. 2020 – ...". */
  private static final Pattern ENTRY =
      Pattern.compile("^(?:(?:early|mid|late)[ -])?(?:\\d{1,2} )?"
          + "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?"
          + "(?: \\d{1,2})?(?:,? \\d{4})?(?: \\([a-z ]{3,20}\\))? ?(?:[–—:]|- )\\s*\\S.*", Pattern.CASE_INSENSITIVE);
  private static final int FEWEST_ENTRIES = 3;
  private static final Pattern TITLE_LABEL = Pattern.compile("^(?:title|headline): +", Pattern.CASE_INSENSITIVE);
  private static final int HEADING_WORDS = 14;
  private static final int HEADER_LINES = 14;

  private final HeaderLine header;

  PlainTextLayout(HeaderLine header) {
    this.header = header;
  }

  /** A run of lines that belong together, before it is known what it is. */
  private record Run(String text, int indent, boolean marked, boolean numbered, boolean alone) {}

  List<Piece> pieces(List<String> lines) {
    List<Run> runs = runs(lines);
    Dialogue dialogue = Dialogue.in(runs.stream().filter(run -> !run.marked()).map(Run::text));
    List<Piece> pieces = new ArrayList<>();
    boolean chronology = runs.stream().filter(run -> isEntry(run.text())).count() >= FEWEST_ENTRIES;
    int title = titleIndex(runs);
    int listIndent = 0;
    for (int i = 0; i < runs.size(); i++) {
      boolean listGoesOn = i > 0 && runs.get(i - 1).marked();
      listIndent = listGoesOn ? Math.min(listIndent, runs.get(i).indent()) : runs.get(i).indent();
      boolean entry = chronology && i != title && isEntry(runs.get(i).text());
      pieces.add(entry ? Piece.item(runs.get(i).text(), 1) : piece(runs, i, title, dialogue, listIndent));
    }
    return pieces;
  }

  private List<Run> runs(List<String> lines) {
    List<Run> runs = new ArrayList<>();
    List<String> group = new ArrayList<>();
    int wrapWidth = wrapWidth(lines);
    for (String line : lines) {
      if (line.isBlank()) {
        addRuns(runs, group, wrapWidth);
        group.clear();
      } else {
        group.add(line);
      }
    }
    addRuns(runs, group, wrapWidth);
    return runs;
  }

  /** The width at which an editor or mail program broke the lines; 0 where lines are whole paragraphs. */
  private static int wrapWidth(List<String> lines) {
    int widest = 0;
    int wide = 0;
    int full = 0;
    for (String line : lines) {
      int length = line.stripTrailing().length();
      widest = Math.max(widest, length);
      wide += length > 110 ? 1 : 0;
      full += length >= 55 && length <= 110 ? 1 : 0;
    }
    return wide * 10 > full || full == 0 ? 0 : Math.min(widest, 110);
  }

  private void addRuns(List<Run> runs, List<String> group, int wrapWidth) {
    StringBuilder text = new StringBuilder();
    String last = "";
    int first = runs.size();
    for (String line : group) {
      if (UNDERLINE.matcher(line).matches() && !text.isEmpty() && text.length() <= 120) {
        runs.add(run(text.toString(), true));
        text.setLength(0);
        continue;
      }
      boolean starts = text.isEmpty() || startsRun(last, line, wrapWidth, runs.size() < HEADER_LINES);
      if (starts && !text.isEmpty()) {
        runs.add(run(text.toString(), false));
        text.setLength(0);
      }
      text.append(text.isEmpty() ? line : joint(text) + line.strip());
      last = line;
    }
    if (!text.isEmpty()) {
      runs.add(run(text.toString(), runs.size() == first));
    }
  }

  /** A word broken at the line's end is put together only where the hyphen is soft; "Russian-\nled" keeps its own. */
  private static String joint(StringBuilder text) {
    char end = text.charAt(text.length() - 1);
    boolean afterLetter = text.length() > 1 && Character.isLetter(text.charAt(text.length() - 2));
    return end == '-' && afterLetter || end == '\u00AD' ? "" : " ";
  }

  private boolean startsRun(String last, String line, int wrapWidth, boolean nearTop) {
    String before = last.strip();
    String now = line.strip();
    if (MARK.matcher(now).find() || isSeparator(now) || isPeriod(now) || isPeriod(before)) {
      return true;
    }
    if (nearTop && (header.read(before).isPresent() || header.read(now).isPresent())) {
      return true;
    }
    if (isEntry(now) && endsSentence(before)) {
      return true;
    }
    boolean hangs = MARK.matcher(before).find() && Character.isWhitespace(line.charAt(0)) && !endsSentence(before);
    if (hangs || Character.isLowerCase(now.codePointAt(0))) {
      return false;
    }
    int firstWord = now.indexOf(' ') < 0 ? now.length() : now.indexOf(' ');
    boolean wasFull = last.stripTrailing().length() + 1 + firstWord > wrapWidth * 0.85;
    return wrapWidth == 0 || !wasFull;
  }

  private static boolean isPeriod(String line) {
    return !line.isEmpty() && line.length() <= 20 && PERIOD.matcher(line).matches();
  }

  private static boolean isEntry(String line) {
    return ENTRY.matcher(line).matches();
  }

  private static boolean isSeparator(String line) {
    return line.length() <= 80 && line.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static Run run(String text, boolean alone) {
    String expanded = text.replace("\t", "    ").replace('\u00A0', ' ');
    String stripped = expanded.strip();
    int indent = expanded.length() - expanded.stripLeading().length();
    Matcher mark = MARK.matcher(stripped.substring(0, Math.min(12, stripped.length())));
    boolean marked = mark.find();
    boolean numbered = marked && mark.group().chars().anyMatch(Character::isDigit);
    return new Run(NormalForm.of(marked ? stripped.substring(mark.end()) : stripped), indent, marked, numbered, alone);
  }

  private Piece piece(List<Run> runs, int i, int title, Dialogue dialogue, int listIndent) {
    Run run = runs.get(i);
    if (i == title) {
      return Piece.title(TITLE_LABEL.matcher(run.text()).replaceFirst(""));
    }
    if (run.marked() && !isNumberedHeading(runs, i)) {
      return Piece.item(run.text(), itemLevel(run, listIndent));
    }
    if (dialogue.turn(run.text()).isPresent() || isSeparator(run.text())) {
      return Piece.paragraph(run.text());
    }
    if (isPeriod(run.text())) {
      return i + 1 < runs.size() ? Piece.heading(run.text(), 1) : Piece.paragraph(run.text());
    }
    if (isUnmarkedItem(runs, i)) {
      return Piece.item(run.text(), 1);
    }
    if (isHeading(runs, i)) {
      return Piece.heading(run.text(), 1);
    }
    return isCaption(run) ? Piece.caption(run.text()) : Piece.paragraph(run.text());
  }

  /** The first line that can be a headline; a date line or the paper's own name may stand over it. */
  private int titleIndex(List<Run> runs) {
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
  private boolean isTitle(List<Run> runs, int i) {
    Run run = runs.get(i);
    return i + 1 < runs.size() && !run.marked() && run.text().length() <= 200 && !run.text().endsWith(".")
        && !isSeparator(run.text()) && (i == 0 || header.read(run.text()).isEmpty());
  }

  private static boolean isNumberedHeading(List<Run> runs, int i) {
    Run run = runs.get(i);
    boolean neighbours = i > 0 && runs.get(i - 1).numbered() || i + 1 < runs.size() && runs.get(i + 1).marked();
    return run.numbered() && !neighbours && isHeading(runs, i);
  }

  /** Two columns of indent are one level; the list's first item stands on the first level. */
  private static int itemLevel(Run run, int listIndent) {
    return Math.clamp(1 + (run.indent() - listIndent) / 2, 1, 6);
  }

  /**
   * An item that lost its mark: "Fly joint patrols ..." among "- Hold ..." and "- Share ...". It is indented and stands
   * beside a marked one, or it stands between two and begins as a demand does.
   */
  private static boolean isUnmarkedItem(List<Run> runs, int i) {
    Run run = runs.get(i);
    boolean after = i > 0 && runs.get(i - 1).marked() && !isNumberedHeading(runs, i - 1);
    boolean before = i + 1 < runs.size() && runs.get(i + 1).marked();
    if (run.text().length() > 400 || !endsSentence(run.text())) {
      return false;
    }
    return run.indent() > 0 && (after || before)
        || after && before && !NO_DEMAND.matcher(run.text()).matches() && run.text().length() <= 250;
  }

  private static boolean isHeading(List<Run> runs, int i) {
    Run run = runs.get(i);
    String text = run.text();
    String[] words = text.split(" ");
    if (!run.alone() || i + 1 >= runs.size() || text.length() > 100 || words.length > HEADING_WORDS
        || endsSentence(text) && !text.endsWith("?") || text.endsWith(",") || text.endsWith(";")
        || CAPTION_CUE.matcher(text).find() || !startsHeading(text)) {
      return false;
    }
    return isTitleCase(words) || words.length <= 8 && !(text.endsWith(":") && words.length > 3);
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

  private static boolean endsSentence(String text) {
    return text.matches("(?s).*[.!?…][\"”’')\\]]*");
  }

  /** A caption stands alone and names who is where in a picture, or is a line too long for a heading and not closed. */
  private static boolean isCaption(Run run) {
    return run.alone() && run.text().length() <= 400
        && (CAPTION_CUE.matcher(run.text()).find()
            || !endsSentence(run.text()) && !run.text().endsWith(":") && run.text().length() <= 250);
  }
}
