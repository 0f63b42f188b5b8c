package org.entente.article.header;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.entente.article.WordList;

/** The cities that news is dated from, read from {@code dateline-cities.txt}; case does not matter. */
public final class DatelineCities {

  private final Set<String> names = new HashSet<>();

  public DatelineCities() {
    WordList.read("dateline-cities.txt").forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  boolean has(String name) {
    return names.contains(name.toLowerCase(Locale.ROOT).strip());
  }
}
