package org.entente.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.entente.reading.Readers;
import org.entente.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountFinderTest {

  private static final AmountFinder AMOUNTS = AmountFinder.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They bought four helicopters.|4 helicopters",
        "They bought thirty patrol boats for $66 million.|30 patrol boats 66000000 USD",
        "It cost €3.75 billion.|3750000000 EUR",
        "A 30-million-euro water programme ended.|30000000 EUR",
        "The loan was of 22 million Australian dollars.|22000000 AUD",
        "They lent USD 200 million.|200000000 USD",
        "They lent eight trillion rupiah and 3 billion Pakistani rupees.|8000000000000 IDR 3000000000 PKR",
        "They lent twenty-five million dollars or several hundred thousand dollars.|''",
        "Russia delivers 60,000 doses.|60000 doses",
        "They met in 2019 for three days.|''",
        "The border is 1,600 kilometres long.|''"
      })
  void readsMoneyWithItsCurrencyAndCountedThings(String text, String expected) {
    String found =
        Readers.ANNOTATOR.annotate(text, new Span(0, text.length())).stream()
            .flatMap(s -> AMOUNTS.find(s, text).stream())
            .map(a -> a.value().toPlainString() + " " + a.currency().or(a::unit).orElse(""))
            .collect(Collectors.joining(" "));
    assertEquals(expected, found);
  }
}
