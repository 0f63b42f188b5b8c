package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is off has one status, and beside it how it came to its end. */
class EndingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock = """
          Comoros cancelled a fishing agreement with China in May.        | CALLED_OFF
          Malta called off its naval exercise with Libya.                 | CALLED_OFF
          The planned visit of the Chilean minister to Peru was scrapped. | CALLED_OFF
          Chad suspended its fishing agreement with Libya.                | STOPPED
          France withdrew its soldiers from Niger.                        | STOPPED
          Kenya and Oman terminated their fishing treaty.                 | STOPPED
          Estonia turned down an offer from Egypt.                        | REFUSED
          Sweden refused to sell jets to Brazil.                          | REFUSED
          Sweden rejected the sale of jets to Brazil.                     | REFUSED
          The fishing treaty between Kenya and Oman fell through.         | FAILED
          The fishing treaty between Kenya and Oman expired in May.       | LAPSED
          Armenia denied that it had received weapons from India.         | DENIED
          """)
  void tellsHowItEnded(String sentence, Ending ending) {
    assertEquals("ended " + ending.conceptName(), told(sentence));
  }

  @Test
  void doesNotMixADenialWithACancellation() {
    assertEquals("ended denied", told("Serbia denied that it had shipped shells to Ukraine."));
    assertEquals("ended called-off", told("Serbia cancelled the delivery of shells to Ukraine."));
  }

  @Test
  void whatDidNotEndHasNoEnding() {
    assertTrue(Readers.READER.read(Readers.article("Chile and Peru signed a fishing treaty in Lima.")).undertakings()
        .stream().noneMatch(u -> u.ending().isPresent()));
  }

  @Test
  void keepsItsRationale() {
    Undertaking treaty =
        Readers.READER.read(Readers.article("Chile and Peru signed a fishing treaty in Lima.")).undertakings()
            .getFirst();
    String rationale = treaty.rationale().orElseThrow();
    assertTrue(rationale.contains("treaty") && rationale.contains("concluded"), rationale);
    assertTrue(rationale.contains("Chile") && rationale.contains("Peru"), rationale);
  }

  private static String told(String sentence) {
    return Readers.READER.read(Readers.article(sentence)).undertakings().stream()
        .filter(u -> u.status() == Status.ENDED)
        .map(u -> "ended " + Optional.of(u).flatMap(Undertaking::ending).map(Ending::conceptName).orElse("-"))
        .collect(Collectors.joining("; "));
  }
}
