package org.entente.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.reading.Readers;
import org.entente.actor.Actor;
import org.entente.text.Span;
import org.entente.time.TimeGrammar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as "words=STATES/sense", in text order. */
class NameFinderTest {

  private static final NameFinder NAMES = new NameFinder(Readers.GAZETTEER, TimeGrammar.bundled());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Moscow and Islamabad signed a treaty.|Moscow=RUS/METONYM Islamabad=PAK/METONYM",
        "He went to Islamabad.|Islamabad=PAK/LOCATION",
        "They met in Moscow.|Moscow=RUS/LOCATION",
        "The Russians left.|Russians=RUS/DEMONYM",
        "Russian-Pakistani drills began.|Russian=RUS/DEMONYM Pakistani=PAK/DEMONYM",
        "The Kremlin said no.|Kremlin=RUS/METONYM",
        "Papua New Guinea and Guinea-Bissau met Equatorial Guinea.|Papua New Guinea=PNG/NAME Guinea-Bissau=GNB/NAME Equatorial Guinea=GNQ/NAME",
        "Niger and Nigeria signed it.|Niger=NER/NAME Nigeria=NGA/NAME",
        "The Qatari Minister of Defence spoke.|Qatari Minister of Defence=QAT/OFFICE",
        "Foreign Minister Ana Lopes of Portugal spoke.|Foreign Minister Ana Lopes of Portugal=PRT/OFFICE",
        "The envoy of the African Union spoke.|envoy of the African Union=/OFFICE",
        "The South Korean trade minister spoke.|South Korean trade minister=KOR/OFFICE",
        "Lavrov spoke and Modi's guests left.|Lavrov=RUS/NAME Modi=IND/NAME",
        "Erdogan spoke.|Erdogan=TUR/NAME",
        "Meloni met Rama in Tirana.|Meloni=ITA/NAME Rama=ALB/NAME Tirana=ALB/LOCATION",
        "Draghi met Meta in Tirana.|Tirana=ALB/LOCATION",
        "Aleksandar Vucic and Zelensky met Jonas Gahr Store in Oslo.|Aleksandar Vucic=SRB/NAME Zelensky=UKR/NAME Jonas Gahr Store=NOR/NAME Oslo=NOR/LOCATION",
        "Carney and Rubio met Starmer in Rome.|Rome=ITA/LOCATION",
        "Von der Leyen met Sunak in London.|Von der Leyen=/NAME Sunak=GBR/NAME London=GBR/LOCATION",
        "European Commission President Ursula von der Leyen met Scholz.|European Commission President Ursula von der Leyen=/OFFICE Scholz=DEU/NAME",
        "Lavrov met Xi, and Xi said little.|Lavrov=RUS/NAME Xi=CHN/NAME Xi=CHN/NAME",
        "President Xi Jinping of China landed. Later Xi spoke.|President Xi Jinping of China=CHN/OFFICE Xi=CHN/NAME",
        "Minister Kim Ok-bin of South Korea met Minister Kim Chol-su of North Korea, and Kim smiled.|Minister Kim Ok-bin of South Korea=KOR/OFFICE Minister Kim Chol-su of North Korea=PRK/OFFICE",
        "The frigate USS Nimble met INS Swift and the Hellenic Navy.|USS=USA/NAME INS=IND/NAME Hellenic Navy=GRC/NAME",
        "The Lake Fund of Reeds (LFR) paid. Later LFR left.|Lake Fund of Reeds=/NAME LFR=/NAME",
        "The Bank of Malawi (BM) paid Kenya. BM left.|Bank of Malawi=MWI/NAME Kenya=KEN/NAME BM=MWI/NAME",
        "The Bank of Malawi (in Lilongwe) paid. BM left.|Bank of Malawi=MWI/NAME Lilongwe=MWI/LOCATION",
        "Minister Cho Tae-yong of South Korea spoke.|Minister Cho Tae-yong of South Korea=KOR/OFFICE",
        "Minister of Energy and Mines Juan Soto of Peru spoke.|Minister of Energy and Mines Juan Soto of Peru=PER/OFFICE",
        "Minister of Defence Karl Ohm met Ana Lopes of Peru.|Minister of Defence Karl Ohm=/OFFICE Peru=PER/NAME",
        "Anna Lavrov, a baker, spoke, and Lavrov smiled.|''",
        "A turkey and a polish cloth lay on the china.|''",
        "My neighbour Chad sold it.|''",
        "The South China Sea is wide.|''",
        "Latin American poets met.|''",
        "She wore a panama hat.|''",
        "KENYA AND PERU agreed, and PERUVIAN ships left.|KENYA=KEN/NAME PERU=PER/NAME PERUVIAN=PER/DEMONYM",
        "FIJI-ESTONIA: The talks go on.|FIJI=FJI/NAME ESTONIA=EST/NAME",
        "NAIROBI - Rain fell.|''",
        "The Nile Bank for Reconstruction lent it.|Nile Bank for Reconstruction=/NAME",
        "The Congo Basin Forest Fund paid.|Congo Basin Forest Fund=/NAME",
        "The Bank of Malawi paid.|Bank of Malawi=MWI/NAME",
        "The Fund for Cleaning the White Sea paid.|Fund for Cleaning the White Sea=/NAME",
        "The Reserve Bank of Latin America lent it.|Reserve Bank of Latin America=/NAME",
        "They joined the Pacific Tribunal of Justice.|Pacific Tribunal of Justice=/NAME",
        "Brussels and Tunis agreed.|Brussels=/NAME Tunis=TUN/METONYM",
        "Brussels and Tunis agreed, and Belgium paid.|Brussels=BEL/METONYM Tunis=TUN/METONYM Belgium=BEL/NAME",
        "They met in Brussels.|Brussels=BEL/LOCATION",
        "In April Niger signed, and last May Chad did.|Niger=NER/NAME Chad=TCD/NAME",
        "The choir sang in Portuguese.|''",
        "The text in French and Arabic was ready on Monday.|''",
        "Teachers taught Chinese at the school.|''",
        "They fish in Portuguese and Spanish waters.|Portuguese=PRT/DEMONYM Spanish=ESP/DEMONYM",
        "It lies in Swiss hands.|Swiss=CHE/DEMONYM",
        "In 1963 Ceylon received a ship from Upper Volta.|Ceylon=LKA/NAME Upper Volta=BFA/NAME",
        "Envoys of Northern Rhodesia and Rhodesia met.|Northern Rhodesia=ZMB/NAME Rhodesia=ZWE/NAME",
        "The RF engineer and ROC athletes flew to the Gold Coast.|''",
        "They follow us.|''",
        "The Togolese Coast Guard left.|Togolese Coast Guard=TGO/NAME",
        "Burundi sent troops to Congo.|Burundi=BDI/NAME Congo=COD/NAME",
        "Gabon and Congo agreed.|Gabon=GAB/NAME Congo=COG/NAME",
        "Brazzaville and Paris agreed, and Rwanda met Congo.|Brazzaville=COG/METONYM Paris=FRA/METONYM Rwanda=RWA/NAME Congo=COG/NAME",
        "Ama Mensah of the Lagos Bay school spoke.|''",
        "It built Falcon Jets for the Moroccan Navy.|Moroccan Navy=MAR/NAME",
        "The Revenue Authority of Gabon and the Revenue Authority of Togo agreed.|Revenue Authority of Gabon=GAB/NAME Revenue Authority of Togo=TGO/NAME"
      })
  void findsWhoIsNamedAndHow(String text, String expected) {
    NameFinder.Reading reading = NAMES.begin(text, Optional.of(Readers.PUBLISHED));
    String found =
        Readers.ANNOTATOR.annotate(text, new Span(0, text.length())).stream()
            .flatMap(s -> reading.read(s).stream())
            .filter(m -> m.actors().stream()
                .noneMatch(a -> a.type() == Actor.Type.PLACE && a.state().isEmpty()))
            .map(m -> m.span().in(text) + "=" + String.join("+", m.states()) + "/" + m.sense())
            .collect(Collectors.joining(" "));
    assertEquals(expected, found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"They met in Gdansk.", "They met in Zurich.", "Kamina Johnson-Smith of Jamaica spoke."})
  void whatIsWrittenOtherwiseThanTheGazetteerHasItIsTheSame(String text) {
    NameFinder.Reading reading = NAMES.begin(text, Optional.of(Readers.PUBLISHED));
    Readers.ANNOTATOR.annotate(text, new Span(0, text.length())).stream().flatMap(s -> reading.read(s).stream())
        .flatMap(m -> m.actors().stream()).forEach(actor -> assertTrue(actor.linked(), actor.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Ministry of External Affairs spoke to Jamaica.|false",
        "The Ministry of External Affairs of Belize spoke to India.|false",
        "Romania's Foreign Intelligence Service spoke to Russia.|false",
        "The Romanian Foreign Intelligence Service spoke to Russia.|false",
        "Russia spoke to the Department of Foreign Affairs and Trade in Dublin, not to Australia.|false",
        "India's Ministry of External Affairs spoke to Jamaica.|true",
        "India spoke to Jamaica, and the Ministry of External Affairs to Guyana.|true",
        "Australia lent it, the Department of Foreign Affairs and Trade in Canberra said.|true"
      })
  void aBodyThatIsCalledAsThoseOfManyStatesIsThatOfTheStateBesideIt(String text, boolean known) {
    NameFinder.Reading reading = NAMES.begin(text, Optional.of(Readers.PUBLISHED));
    boolean linked = Readers.ANNOTATOR.annotate(text, new Span(0, text.length())).stream()
        .flatMap(s -> reading.read(s).stream()).flatMap(m -> m.actors().stream())
        .anyMatch(a -> a.type() == Actor.Type.INSTITUTION && a.linked());
    assertEquals(known, linked);
  }
}
