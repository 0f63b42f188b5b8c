package org.entente.article.header;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.article.WordList;

/**
 * The cities that news is dated from, read from {@code dateline-cities.txt}; case and marks over letters do not matter:
 * "MALE" and "Malé" are one.
 */
public final class DatelineCities {

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private final Set<String> names = new HashSet<>();

  public DatelineCities() {
    WordList.read("dateline-cities.txt").forEach(name -> names.add(plain(name)));
  }

  boolean has(String name) {
    return names.contains(plain(name));
  }

  /** Whether a text's first words are one of them. */
  boolean beginsWithOne(String text) {
    String start = plain(text);
    return names.stream().anyMatch(name -> start.startsWith(name)
        && (start.length() == name.length() || !Character.isLetter(start.charAt(name.length()))));
  }

  private static String plain(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name.strip(), Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('’', '\'').toLowerCase(Locale.ROOT);
  }
}
