package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of states called by name, read in an article of 14 March 2024. */
class NamedGroupsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The three Baltic states signed an agreement on energy.|EST+LTU+LVA",
        "The five Central Asian presidents met in Astana.|KAZ+KGZ+TJK+TKM+UZB",
        "The six GCC states signed an agreement on trade.|ARE+BHR+KWT+OMN+QAT+SAU",
        "The Nordic foreign ministers met in Oslo.|DNK+FIN+ISL+NOR+SWE",
        "The four Visegrad countries signed an agreement on energy.|CZE+HUN+POL+SVK",
        "The four BRICS states signed an agreement on trade.|''",
        "The ten Baltic states signed an agreement on energy.|''"
      })
  void membersAreMeantWhereAPluralNounMakesThemAct(String sentence, String states) {
    String found =
        Readers.READER.read(Readers.article(sentence)).undertakings().stream()
            .map(NamedGroupsTest::codes)
            .collect(Collectors.joining("; "));
    assertEquals(states, found);
  }

  @Test
  void theBodysOwnActIsNotItsMembers() {
    String found =
        Readers.READER.read(Readers.article("ASEAN and Japan signed an agreement on trade.")).undertakings().stream()
            .map(NamedGroupsTest::codes)
            .collect(Collectors.joining("; "));
    assertEquals("JPN", found);
  }

  @ParameterizedTest
  @CsvSource({
    "BRICS, 2010-01-01, 4", "BRICS, 2012-01-01, 5", "BRICS, 2024-03-14, 9", "ASEAN, 1990-01-01, 6",
    "ASEAN, 2024-03-14, 10",
    "EU, 2010-01-01, 27", "EU, 2015-01-01, 28", "EU, 2021-01-01, 27", "NATO, 2024-03-14, 32", "Visegrad, 2024-03-14, 4",
    "Gulf, 2024-03-14, 6", "Baltic, 2024-03-14, 3", "SCO, 2018-01-01, 8", "Mercosur, 2014-01-01, 5"
  })
  void membersAreThoseOfTheDay(String group, LocalDate day, int members) {
    assertEquals(members, Readers.GAZETTEER.groups().members(group, Optional.of(day)).orElseThrow().size());
  }

  private static String codes(Undertaking undertaking) {
    return undertaking.states().stream().flatMap(s -> s.state().stream()).collect(Collectors.joining("+"));
  }
}
