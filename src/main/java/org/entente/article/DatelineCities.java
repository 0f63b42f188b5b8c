package org.entente.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The cities that news is dated from, read from {@code dateline-cities.txt}; case does not matter. */
final class DatelineCities {

  private final Set<String> names = new HashSet<>();

  DatelineCities() {
    WordList.read("dateline-cities.txt").forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  boolean has(String name) {
    return names.contains(name.toLowerCase(Locale.ROOT).strip());
  }
}
