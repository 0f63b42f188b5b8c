package org.entente.publish.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdtfWordsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "2018-08-06               | 2018-08-06 | 2018-08-06 | 6 Aug 2018",
    "2018-02                  | 2018-02-01 | 2018-02-28 | Feb 2018",
    "2018                     | 2018-01-01 | 2018-12-31 | 2018",
    "2016/2018                | 2016-01-01 | 2018-12-31 | 2016–2018",
    "[2018-08-06..2018-08-10] | 2018-08-06 | 2018-08-10 | within 6–10 Aug 2018",
    "2018-08~                 | 2018-08-01 | 2018-08-31 | about Aug 2018",
  })
  void saysAnIntervalInWords(String edtf, LocalDate from, LocalDate to, String words) {
    assertEquals(words, EdtfWords.of(edtf, from, to));
  }

  @Test
  void saysThatABoundIsNoDate() {
    assertEquals("by 10 Aug 2018", EdtfWords.noLaterThan(LocalDate.of(2018, 8, 10)));
  }
}
