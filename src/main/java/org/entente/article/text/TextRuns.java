package org.entente.article.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.article.header.HeaderLine;

/**
 * Puts lines of plain text together where only an editor's margin broke them, and keeps apart what stands on lines of
 * its own: items, header lines, entries of a chronology, underlined headings.
 */
final class TextRuns {

  private static final Pattern UNDERLINE = Pattern.compile("^\\s*(?:-{3,}|={3,}|~{3,})\\s*$");
  private static final int HEADER_LINES = 14;

  private final HeaderLine header;
  private final int wrapWidth;
  private final List<TextRun> runs = new ArrayList<>();

  private TextRuns(HeaderLine header, int wrapWidth) {
    this.header = header;
    this.wrapWidth = wrapWidth;
  }

  static List<TextRun> of(List<String> lines, HeaderLine header) {
    TextRuns reader = new TextRuns(header, wrapWidth(lines));
    List<String> group = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank()) {
        reader.addGroup(group);
        group.clear();
      } else {
        group.add(line);
      }
    }
    reader.addGroup(group);
    return reader.runs;
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

  private void addGroup(List<String> group) {
    StringBuilder text = new StringBuilder();
    String last = "";
    int first = runs.size();
    for (String line : group) {
      if (UNDERLINE.matcher(line).matches() && !text.isEmpty() && text.length() <= 120) {
        runs.add(TextRun.of(text.toString(), runs.size() == first, true));
        text.setLength(0);
        continue;
      }
      boolean starts = text.isEmpty() || startsRun(last, line);
      if (starts && !text.isEmpty()) {
        runs.add(TextRun.of(text.toString(), runs.size() == first, false));
        text.setLength(0);
      }
      text.append(text.isEmpty() ? line : joint(text) + line.strip());
      last = line;
    }
    if (!text.isEmpty()) {
      runs.add(TextRun.of(text.toString(), runs.size() == first, runs.size() == first));
    }
  }

  /** A word broken at the line's end is put together only where the hyphen is soft; "Russian-\nled" keeps its own. */
  private static String joint(StringBuilder text) {
    char end = text.charAt(text.length() - 1);
    boolean afterLetter = text.length() > 1 && Character.isLetter(text.charAt(text.length() - 2));
    return end == '-' && afterLetter || end == '\u00AD' ? "" : " ";
  }

  private boolean startsRun(String last, String line) {
    String before = last.strip();
    String now = line.strip();
    if (TextRun.isMarked(now) || TextRun.isSeparator(now) || TextRun.isPeriod(now) || TextRun.isPeriod(before)) {
      return true;
    }
    if (runs.size() < HEADER_LINES && (header.read(before).isPresent() || header.read(now).isPresent())) {
      return true;
    }
    if (TextRun.isEntry(now) && TextRun.endsSentence(before)) {
      return true;
    }
    boolean hangs = TextRun.isMarked(before) && Character.isWhitespace(line.charAt(0)) && !TextRun.endsSentence(before);
    if (hangs || Character.isLowerCase(now.codePointAt(0))) {
      return false;
    }
    int firstWord = now.indexOf(' ') < 0 ? now.length() : now.indexOf(' ');
    boolean wasFull = last.stripTrailing().length() + 1 + firstWord > wrapWidth * 0.85;
    return wrapWidth == 0 || !wasFull;
  }
}
