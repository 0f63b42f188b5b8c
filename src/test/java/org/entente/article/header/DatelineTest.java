package org.entente.article.header;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

  private final DatelineCities cities = new DatelineCities();

  @ParameterizedTest
  @ValueSource(strings = {
    "LIMA, May 3, 2019 (Andes News) — The minister spoke.",
    "Ho Chi Minh City, 3 May. The minister spoke.",
    "Port of Spain, Trinidad and Tobago, 3 May: The minister spoke.",
    "Brdo pri Kranju, 3 May – The minister spoke.",
  })
  void endsWhereTheFirstSentenceBegins(String paragraph) {
    assertEquals(Optional.of(paragraph.indexOf("The minister")), Dateline.of(paragraph, cities).map(Dateline::end));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Bulgaria and Greece signed a road agreement on 7 March. Albania was not there.",
    "Kenya and Oman held talks on March 3. Oman agreed.",
    "Lisbon hosted the ministers on 12 June. They met again.",
  })
  void isNoSentenceThatEndsInADay(String paragraph) {
    assertEquals(Optional.empty(), Dateline.of(paragraph, cities));
  }
}
