package org.entente.article;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins a line to the one after it. "memo-" + "randum" is one word; "Russian-" + "led" and "long-" + "term" keep their
 * hyphen: after a capital, a digit, or a first part that English joins with a hyphen.
 */
final class Hyphenation {

  private static final Pattern BROKEN = Pattern.compile("(?<first>[\\p{L}\\d]+)[-\\u2010\\u00AD]$");
  private static final Set<String> KEEPING = Set.copyOf(WordList.read("hyphenated-prefixes.txt"));

  private Hyphenation() {}

  static void join(StringBuilder text, String next) {
    int from = Math.max(0, text.length() - 40);
    Matcher matcher = BROKEN.matcher(text.substring(from));
    boolean broken = matcher.find() && !next.isEmpty() && Character.isLetter(next.codePointAt(0));
    if (!broken) {
      text.append(text.isEmpty() ? "" : " ").append(next);
      return;
    }
    boolean soft = text.charAt(text.length() - 1) == '\u00AD';
    if (soft || Character.isLowerCase(next.codePointAt(0)) && !keeps(matcher.group("first"))) {
      text.setLength(text.length() - 1);
    }
    text.append(next);
  }

  private static boolean keeps(String first) {
    return !Character.isLowerCase(first.codePointAt(0)) || KEEPING.contains(first);
  }
}
