package org.entente.article.pdf;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.article.WordList;

/**
 * Joins a line to the one after it. "memo-" + "randum" and "Kazakh-" + "stan" are one word; "Russian-" + "led" and
 * "long-" + "term" keep their hyphen: after a digit, a first part that English joins with a hyphen, or a name before a
 * word that follows names so. What the same text writes elsewhere decides before all that.
 */
final class Hyphenation {

  private static final Pattern BROKEN = Pattern.compile("(?<first>[\\p{L}\\d]+)[-\\u2010\\u00AD]$");
  private static final Set<String> KEEPING = Set.copyOf(WordList.read("hyphenated-prefixes.txt"));

  private static final Set<String> AFTER_NAMES = Set.copyOf(WordList.read("hyphenated-endings.txt"));
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+(?:[-\\u2010][\\p{L}\\d]+)*");

  private Hyphenation() {}

  /** The words of lines, in small letters, without those that a line's end breaks. */
  static Set<String> words(Stream<String> lines) {
    return lines.flatMap(line -> WORD.matcher(BROKEN.matcher(line).replaceFirst("")).results())
        .map(found -> found.group().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  static void join(StringBuilder text, String next) {
    join(text, next, Set.of());
  }

  /**
   * @param known words of the same text
   */
  static void join(StringBuilder text, String next, Set<String> known) {
    int from = Math.max(0, text.length() - 40);
    Matcher matcher = BROKEN.matcher(text.substring(from));
    boolean broken = matcher.find() && !next.isEmpty() && Character.isLetter(next.codePointAt(0));
    if (!broken) {
      text.append(text.isEmpty() ? "" : " ").append(next);
      return;
    }
    boolean soft = text.charAt(text.length() - 1) == '\u00AD';
    if (soft || Character.isLowerCase(next.codePointAt(0)) && !keeps(matcher.group("first"), firstWord(next), known)) {
      text.setLength(text.length() - 1);
    }
    text.append(next);
  }

  private static String firstWord(String line) {
    Matcher matcher = WORD.matcher(line);
    return matcher.lookingAt() ? matcher.group().split("[-\\u2010]")[0] : "";
  }

  private static boolean keeps(String first, String second, Set<String> known) {
    String start = first.toLowerCase(Locale.ROOT);
    if (known.contains(start + second) || known.contains(start + "-" + second)) {
      return !known.contains(start + second);
    }
    int initial = first.codePointAt(0);
    boolean abbreviation = first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT));
    return Character.isDigit(initial) || abbreviation || KEEPING.contains(start)
        || Character.isUpperCase(initial) && AFTER_NAMES.contains(second);
  }
}
