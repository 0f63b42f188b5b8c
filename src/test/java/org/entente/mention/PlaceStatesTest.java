package org.entente.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.mention.Mention.ActorMention;
import org.entente.reading.Readers;
import org.entente.text.Span;
import org.entente.time.TimeGrammar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Places that the gazetteer does not have as "words=STATE of the mention/state of the place itself", in text order.
 */
class PlaceStatesTest {

  private static final NameFinder NAMES = new NameFinder(Readers.GAZETTEER, TimeGrammar.bundled());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Zambia and Angola met in Lobito.|Lobito=AGO/AGO",
        "The Angolan minister flew to Lobito.|Lobito=AGO/AGO",
        "The Angolan minister visited Lobito.|Lobito=AGO/AGO",
        "Angola opened the Lobito summit.|Lobito=AGO/AGO",
        "Angola widens the port of Lobito.|Lobito=AGO/AGO",
        "Angolan ships lie at Lobito airport.|Lobito airport=AGO/AGO",
        "Angola and Zambia agreed on the Lobito Corridor.|''",
        "Egyptian ships called at Safaga.|Safaga=EGY/EGY",
        "Mongolia built a school in Khovd Province.|Khovd Province=MNG/MNG",
        "Portugal held talks in Évora and Evora.|Évora=PRT/PRT Evora=PRT/PRT",
        "They met in Gurugram.|Gurugram=IND/IND",
        // small, and nothing in the article tells where
        "They met in Khovd.|Khovd=/",
        // the text says which
        "They met in Córdoba, Argentina.|Córdoba=ARG/",
        "They met in Cordoba, Spain.|Cordoba=ESP/",
        "They met in Cordoba.|Cordoba=/",
        "Spain and Chile met in Cordoba.|Cordoba=ESP/",
        "Spain and Argentina met in Cordoba.|Cordoba=/",
        "They met in Konya, Texas.|Konya=/",
        // names of persons and words of English
        "Minister Konya met Turkish bankers.|''",
        "President Konya of Kenya flew to Turkey.|''",
        "Ali Konya spoke in Turkey.|''",
        "Konya spoke of Turkey.|''",
        "Turkey sent Mr Konya to Kenya.|''",
        "Turkey visited Mr Konya.|''",
        "The Konya Bank lent it to Turkey.|''",
        "Mali has it from the office at GAO.|GAO=/",
        "They met in Iași and in Gao.|Iași=/ Gao=/",
        "French workers met in Nice.|Nice=/",
        "British workers met in Reading.|''",
      })
  void aPlaceLiesWhereTheTextOrItsSizeSaysSo(String text, String expected) {
    NameFinder.Reading reading = NAMES.begin(text, Optional.of(Readers.PUBLISHED));
    String found =
        Readers.ANNOTATOR.annotate(text, new Span(0, text.length())).stream()
            .flatMap(s -> reading.read(s).stream())
            .filter(m -> m.actors().stream().anyMatch(a -> a.type() == Actor.Type.PLACE && !a.linked()))
            .map(m -> m.span().in(text) + "=" + String.join("+", m.states()) + "/" + ofPlace(m))
            .collect(Collectors.joining(" "));
    assertEquals(expected, found);
  }

  private static String ofPlace(ActorMention mention) {
    return mention.actors().getFirst().state().orElse("");
  }
}
