package org.entente.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.text.WordTable;

/** Whose government a name on the internet belongs to: "foreignaffairs.gov.mt" is Malta's. */
final class GovernmentDomains {

  private static final String TABLE = "domains.tsv";

  private static final Pattern NAME = Pattern.compile("(?:[\\p{Alnum}-]+\\.)+\\p{Alpha}{2,4}\\b");

  /** What a line of the table is about. */
  private enum Of {
    UNDER,
    ENDING,
    COUNTRY
  }

  private final Set<String> under = new HashSet<>();
  private final Map<String, String> endings = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();

  private GovernmentDomains(WordTable table) {
    for (WordTable.Row row : table.rows()) {
      switch (row.constant(0, Of.class)) {
        case UNDER -> under.add(row.cell(1));
        case ENDING -> endings.put(row.cell(1), row.cell(2));
        case COUNTRY -> countries.put(row.cell(1), row.cell(2));
      }
    }
  }

  static GovernmentDomains bundled() {
    return new GovernmentDomains(WordTable.bundled(TABLE, 3));
  }

  /** ISO 3166-1 alpha-3 codes of the states whose governments' names on the internet stand in some lines. */
  Stream<String> states(List<String> lines) {
    return lines.stream().flatMap(line -> NAME.matcher(line).results()).map(MatchResult::group)
        .flatMap(name -> state(List.of(name.toLowerCase(Locale.ROOT).split("\\."))).stream()).distinct();
  }

  private Optional<String> state(List<String> labels) {
    Optional<String> alone = Optional.ofNullable(endings.get(labels.getLast()));
    boolean governmental = labels.subList(0, labels.size() - 1).stream().anyMatch(under::contains);
    return alone.or(() -> governmental ? country(labels.getLast()) : Optional.empty());
  }

  private Optional<String> country(String ending) {
    try {
      return Optional.ofNullable(countries.get(ending))
          .or(() -> Optional.of(Locale.of("", ending).getISO3Country()).filter(code -> !code.isEmpty()));
    } catch (MissingResourceException e) {
      return Optional.empty();
    }
  }
}
