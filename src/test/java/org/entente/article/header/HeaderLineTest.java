package org.entente.article.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.article.Metadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLineTest {

  private final HeaderLine header = new HeaderLine(new DatelineCities());

  @ParameterizedTest
  @CsvSource(delimiter = ';', nullValues = "-", value = {
    "The Quay, August 10, 2018; The Quay",
    "August 10, 2018 | The Quay; The Quay",
    "10 Aug. 2018, The Quay; The Quay",
    "Published 10 August 2018; -",
    "Posted on: Friday, August 10th, 2018 at 9:30 am; -",
    "2018-08-10T09:30:00+02:00; -",
    "The Quay (Friday, 10.08.2018); The Quay",
    "Doha, 10 August 2018; -",
    "PORT LOUIS, Friday, 10 August 2018; -",
    "Press release No. 3/2018 · Doha, 10 August 2018; -",
    "Reuters, 10 August 2018, 14:05 GMT; Reuters",
    "Source: The Quay, 10 August 2018; The Quay",
  })
  void readsPublisherAndDayInAnyOrder(String line, String publisher) {
    Metadata found = header.read(line).orElseThrow();
    assertEquals(Optional.of(LocalDate.of(2018, 8, 10)), found.issued());
    assertEquals(Optional.ofNullable(publisher), found.publisher());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', nullValues = "-", value = {
    "By Ana Kos; Ana Kos; -",
    "BY ANA KOS; ANA KOS; -",
    "Opinion by Ana Kos, The Quay; Ana Kos; The Quay",
    "Compiled by Ana Kos and Jon Doe; Ana Kos|Jon Doe; -",
    "By Ana Kos, Jon Doe and Li Wei; Ana Kos|Jon Doe|Li Wei; -",
    "By Ana Kos in Tbilisi; Ana Kos; -",
    "By Dr. Ana van der Kos | The Quay; Dr. Ana van der Kos; The Quay",
    "By Ana Kos, Diplomatic Correspondent; Ana Kos; -",
    "Author: Ana Kos; Ana Kos; -",
    "Ana Kos and Li Wei | The Quay | 3 May 2019; Ana Kos|Li Wei; The Quay",
    "The Quay Times | Riga | 3 May 2019; -; The Quay Times",
  })
  void readsBylines(String line, String names, String publisher) {
    Metadata found = header.read(line).orElseThrow();
    assertEquals(names == null ? List.of() : List.of(names.split("\\|")), found.creators());
    assertEquals(Optional.ofNullable(publisher), found.publisher());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "By the end of the month the two will have signed.",
    "On 3 May 2019 Peru signed a treaty with Chile.",
    "Peru and Chile signed the treaty on 3 May 2019",
    "The ministers of Peru and Chile met in Lima",
    "By air and by sea",
  })
  void leavesSentencesAlone(String line) {
    assertTrue(header.read(line).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"08/10/2018", "August 2018", "31 February 2018", "version 2018-13-45", "10 August 20188"})
  void findsNoDayWhereNoneIsCertain(String text) {
    assertEquals(Optional.empty(), PublicationDate.dayIn(text));
  }
}
