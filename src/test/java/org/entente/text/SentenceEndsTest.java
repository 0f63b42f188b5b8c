package org.entente.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.entente.reading.Readers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where sentences end that end in initials. */
class SentenceEndsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Chile left the NPT. Togo sold salt.; Chile left the NPT. | Togo sold salt.",
        "Oman sold LNG. The buyer was Kenya.; Oman sold LNG. | The buyer was Kenya.",
        "Spain gave 30 TVs. Malta sold oil.; Spain gave 30 TVs. | Malta sold oil.",
        "Finland joined NATO. Russia protested.; Finland joined NATO. | Russia protested.",
        "MR. MENSAH MET MRS. DIOP.; MR. MENSAH MET MRS. DIOP.",
        "He spoke of the U.S. Navy.; He spoke of the U.S. Navy.",
        "The DRC. and others; The DRC. and others"
      })
  void initialsEndASentenceWhereAnotherBegins(String text, String sentences) {
    assertEquals(
        sentences,
        Readers.ANNOTATOR.annotate(text, new Span(0, text.length())).stream().map(s -> s.span().in(text))
            .collect(Collectors.joining(" | ")));
  }
}
