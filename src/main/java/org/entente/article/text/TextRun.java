package org.entente.article.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.article.MarkedParagraphs;
import org.entente.article.NormalForm;

/**
 * Lines of plain text that belong together, before it is known what they are; predicates on what can be seen of them.
 *
 * @param text their words in normal form, without a bullet mark
 * @param indent columns before the first word or mark
 * @param marked whether a bullet or number stood before them
 * @param numbered whether it was a number
 * @param opens whether a blank line stands before them
 * @param alone whether blank lines part them from what stands before and after
 */
public record TextRun(String text, int indent, boolean marked, boolean numbered, boolean opens, boolean alone) {

  private static final Pattern MARK =
      Pattern.compile("^(?:(?:[-–—*·+]|o(?= +\\p{Lu}))\\s+|[" + MarkedParagraphs.BULLETS
          + "]\\s*|\\(?\\d{1,2}[.)]\\s+|\\(?[a-z]\\)\\s+)"
          + "(?=\\S)");
  /** A line that is only a year or a month, as chronologies have above their entries. */
  private static final Pattern PERIOD =
      Pattern.compile("^(?:(?:January|February|March|April|May|June|July|August|September|October|November"
          + "|December) ?)?(?:(?:19|20)\\d\\d)?:?$");
  /** An entry of a chronology: "March 29 - The envoy ...", "5 May 2019: ...", "Jan. 2020 – ...". */
  private static final Pattern ENTRY =
      Pattern.compile("^(?:(?:early|mid|late)[ -])?(?:\\d{1,2} )?"
          + "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?"
          + "(?: \\d{1,2})?(?:,? \\d{4})?(?: \\([a-z ]{3,20}\\))? ?(?:[–—:]|- )\\s*\\S.*"
          + "|^(?:1[89]|20)\\d\\d(?:\\s?[–—:]|\\s-|(?=\\s(?-i:\\p{Lu})))\\s.*", Pattern.CASE_INSENSITIVE);

  static TextRun of(String lines, boolean opens, boolean alone) {
    String expanded = lines.replace("\t", "    ").replace('\u00A0', ' ');
    String stripped = expanded.strip();
    int indent = expanded.length() - expanded.stripLeading().length();
    Matcher mark = MARK.matcher(stripped.substring(0, Math.min(12, stripped.length())));
    boolean marked = mark.find();
    boolean numbered = marked && mark.group().chars().anyMatch(Character::isDigit);
    String words = NormalForm.of(marked ? stripped.substring(mark.end()) : stripped);
    return new TextRun(words, indent, marked, numbered, opens, alone);
  }

  static boolean isMarked(String line) {
    return MARK.matcher(line).find();
  }

  static boolean isPeriod(String line) {
    return !line.isEmpty() && line.length() <= 20 && PERIOD.matcher(line).matches();
  }

  static boolean isEntry(String line) {
    return ENTRY.matcher(line).matches();
  }

  public static boolean isSeparator(String line) {
    return line.length() <= 80 && line.chars().noneMatch(Character::isLetterOrDigit);
  }

  static boolean endsSentence(String text) {
    return text.matches("(?s).*[.!?…][\"”’')\\]]*");
  }
}
