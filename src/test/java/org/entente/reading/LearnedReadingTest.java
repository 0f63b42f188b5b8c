package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;

/** The learned reader beside the rules: it finds what no rule knows, and asserts nothing that they do not. */
class LearnedReadingTest {

  private static final Set<Status> DONE = Set.of(Status.COMPLETED, Status.CONCLUDED, Status.ONGOING);

  private final RuleReader both = Readers.BOTH;

  @Test
  void findsMoreThanTheRulesInSentencesThatNobodyPrepared() throws IOException {
    Path sentences = Path.of("src/corpus/sentences/fresh-yes.tsv");
    int byRules = asserted(Readers.READER, sentences).size();
    int byBoth = asserted(both, sentences).size();
    assertTrue(byBoth >= byRules + 3, byBoth + " against " + byRules + " of 40");
  }

  /** The bar is what is reached today, so that it does not get worse. */
  @Test
  void assertsHardlyAnythingThatDidNotHappen() throws IOException {
    List<String> wrong = asserted(both, Path.of("src/corpus/sentences/fresh-no.tsv"));
    assertTrue(wrong.size() <= 3, () -> wrong.toString());
  }

  @Test
  void readsTheSameEachTime() {
    Article article =
        Readers.article(
            "Peru's foreign minister flew to Quito on Monday, where his host handed him the draft of a treaty on fishing."
                + " Both capitals will put their names to it in May.");
    assertEquals(both.read(article), both.read(article));
  }

  /** Where no entry of the rules knows the governing word, the encoder may vouch for it; where one leaves it open, not. */
  @Test
  void vouchesForWhatOnlyUnknownWordsLeaveOpen() {
    assertEquals(
        List.of(Status.COMPLETED), statuses("Oman marvelled that Kenya's president had visited Muscat in July."));
    assertEquals(
        List.of(), statuses("Few believed that Kenya's president had visited Muscat in July.").stream()
            .filter(DONE::contains).toList());
  }

  private List<Status> statuses(String text) {
    return both.read(Readers.article(text)).undertakings().stream().map(Undertaking::status).toList();
  }

  @Test
  void datesWhatFollowsAMeetingByItsDay() {
    Article article =
        Readers.article(
            "The fisheries ministers of Peru and Chile met in Lima on 5 March 2024. At the end of the talks they signed an"
                + " agreement on anchovy quotas.");
    assertEquals(
        List.of("2024-03-05"),
        both.read(article).undertakings().stream().filter(u -> u.kind() == Kind.AGREEMENT)
            .map(u -> u.when().orElseThrow().edtf()).toList());
  }

  @Test
  void tellsWhoProvidesAndWhoReceives() {
    Article article =
        Readers.article("Two patrol boats that Kenya no longer needs were handed over to the Comoros on Tuesday.");
    assertEquals(
        List.of("Comoros recipient", "Kenya provider"),
        both.read(article).undertakings().stream().flatMap(u -> u.parties().stream())
            .map(p -> p.actor().name() + " " + p.role().property()).sorted().toList());
  }

  @Test
  void whatIsHandedOverLaterGoesTheWayOfTheOrder() {
    Article article =
        Readers.article("Chile ordered six boats from Norway in 2022. The first two were delivered in 2023.");
    assertEquals(
        List.of("Chile recipient", "Norway provider"),
        both.read(article).undertakings().stream().filter(u -> u.kind() == Kind.TRANSFER)
            .flatMap(u -> u.parties().stream())
            .map(p -> p.actor().name() + " " + p.role().property()).sorted().toList());
  }

  @Test
  void whoIsOnlyLikenedToAPartyOrToldOfBesideItTakesNoPart() {
    for (String sentence : List.of(
        "Paraguay, a landlocked country between Brazil and Argentina, leased two barges from Uruguay.",
        "Paraguay and Uruguay signed a treaty on barges amid Brazil's quarrel with Argentina.",
        "Unlike Brazil, Paraguay signed the treaty on barges with Uruguay.")) {
      List<Undertaking> found = both.read(Readers.article(sentence)).undertakings();
      assertEquals(1, found.size(), sentence);
      assertEquals(
          List.of("PRY", "URY"),
          found.getFirst().states().stream().map(state -> state.state().orElseThrow()).sorted().toList(), sentence);
    }
  }

  @Test
  void whoIsVisitedByWhomStaysSoWhateverTheVerbSays() {
    Map<String, String> visitors = Map.of(
        "Peru's foreign minister visited Oman, Fiji and Chad last week.", "PER",
        "Tajikistan has cancelled a visit by the Afghan foreign minister.", "AFG",
        "Peru hosted a visit by a Cuban trade mission.", "CUB",
        "Oman's Sultan held talks with visiting Dutch King Willem-Alexander.", "NLD",
        "Peru's foreign minister met his visiting Kenyan counterpart on Friday.", "KEN");
    visitors.forEach(
        (sentence, visitor) -> assertEquals(
            Set.of(visitor),
            both.read(Readers.article(sentence)).undertakings().stream().filter(u -> u.kind() == Kind.VISIT)
                .flatMap(u -> u.parties().stream()).filter(p -> p.role() == Role.VISITOR)
                .flatMap(p -> p.actor().state().stream()).collect(Collectors.toSet()),
            sentence));
  }

  @Test
  void whoOnlyCarriesOrOnceMadeWhatOthersGiveTakesNoPart() {
    for (String sentence : List.of(
        "Greek ships brought Romanian wheat to Lebanon last week.",
        "A Greek-owned tanker brought Romanian wheat to Lebanon on Sunday.",
        "Romania will send Greek-made drones to Lebanon.",
        "Lebanon will get petroleum products from Romania through Greece.")) {
      assertEquals(
          List.of("Lebanon recipient", "Romania provider"),
          both.read(Readers.article(sentence)).undertakings().stream().flatMap(u -> u.parties().stream())
              .map(p -> p.actor().name() + " " + p.role().property()).sorted().toList(),
          sentence);
    }
  }

  @Test
  void whoHasAnAttitudeToWhatOthersDoTakesNoPart() {
    for (String sentence : List.of(
        "Paraguay condemned the treaty between Bolivia and China.",
        "The treaty between Bolivia and China was condemned by Paraguay.",
        "Paraguay protested against the treaty that Bolivia and China signed.")) {
      assertEquals(
          List.of("Agreement BOL+CHN concluded"), Readers.lines(both.read(Readers.article(sentence)).undertakings()),
          sentence);
    }
  }

  @Test
  void ofATreatyUnderWhichOthersServeTheyAreNoSignatories() {
    Article article =
        Readers
            .article("Nepal and Fiji are serving in Vanuatu under the Canada-Vanuatu security treaty signed in 2015.");
    assertEquals(
        List.of("Agreement CAN+VUT concluded"),
        Readers.lines(both.read(article).undertakings()).stream().filter(l -> l.startsWith("Agreement")).toList());
  }

  @Test
  void twoWhoTradeAreNeverBothTheRecipient() {
    for (String sentence : List.of(
        "The lender of last resort in Accra approved a loan to Togo for dams.",
        "Togo's gauges will be read for Ghana by the same satellite.",
        "Moldova's grid operator has trained its dispatchers in Bucharest since last autumn.")) {
      both.read(Readers.article("Ghana and Togo share a river.", sentence)).undertakings().stream()
          .filter(u -> u.kind() == Kind.TRANSFER || u.kind() == Kind.TRAINING)
          .forEach(u -> assertEquals(
              2, u.parties().stream().map(p -> p.role()).distinct().count(), () -> sentence + " " + u.parties()));
    }
  }

  @Test
  void tellsEachOfTheDocumentsThatOneWordSigns() {
    Article article = Readers.article("Ghana and Togo signed an agreement on fisheries and a memorandum on tourism.");
    assertEquals(
        List.of("Agreement GHA+TGO concluded", "Agreement GHA+TGO concluded"),
        Readers.lines(both.read(article).undertakings()));
    assertEquals(
        List.of("agriculture", "mobility"),
        both.read(article).undertakings().stream().map(u -> u.fields().getFirst()).sorted().toList());
  }

  @Test
  void courtesiesAndWaysOfSpeakingTellOfNothing() {
    Article article =
        Readers.article(
            "Ghana and Togo are neighbours.", "The governor offered congratulations to Ghana on its national day.",
            "Togo goes to the polls in May.", "Parliament in Lomé returns from recess next week.");
    assertEquals(List.of(), Readers.lines(both.read(article).undertakings()));
  }

  @Test
  void aDenialThatSaysWhatItDeniesLeavesTheSentenceBeforeAlone() {
    Article article =
        Readers.article(
            "Ghana's general staff confirmed that Togolese gunners are being trained in Ghana. It denied a report that"
                + " Togo had agreed to station troops in Ghana.");
    assertEquals(
        List.of("Deployment GHA+TGO ended", "Training GHA+TGO ongoing"),
        Readers.lines(both.read(article).undertakings()).stream().sorted().toList());
  }

  @Test
  void aStoryThatIsDeniedIsNotTold() {
    Article article = Readers.article("Lomé denies a magazine story that it has offered Accra the use of a port.");
    assertEquals(
        List.of(), both.read(article).undertakings().stream().filter(u -> u.status() != Status.ENDED).toList());
  }

  @Test
  void anExerciseThatIsCalledLikeAPlaceIsNone() {
    Article article = Readers.article("Ghana and Togo held the exercise Open Sea 2019 off Accra.");
    assertEquals(
        List.of("Accra"),
        both.read(article).undertakings().stream().flatMap(u -> u.places().stream()).map(a -> a.name()).toList());
  }

  @Test
  void noBodysNameBeginsWithAConjunction() {
    Article article =
        Readers.article("And the European Union's delegation said that it had paid 3 million euros to Togo.");
    assertTrue(
        both.read(article).mentioned().stream().noneMatch(a -> a.name().startsWith("And")),
        () -> both.read(article).mentioned().toString());
  }

  @Test
  void explainsWhatItFinds() {
    List<Trace> traces =
        both.explain(
            Readers.article(
                "Polish instructors have been showing Ghanaian gunners the ropes at Tamale since January."));
    assertTrue(
        traces.stream().anyMatch(t -> t.outcome().contains("learned: likelihood")), () -> traces.toString());
  }

  @Test
  void explainsWhatItDoubts() throws IOException {
    List<String> outcomes = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/reading/sentences.tsv"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        both.explain(Readers.article(line.split("\t")[0])).forEach(t -> outcomes.add(t.outcome()));
      }
    }
    assertTrue(outcomes.stream().anyMatch(o -> o.startsWith("left out: likelihood")), () -> outcomes.toString());
  }

  private static List<String> asserted(RuleReader reader, Path sentences) throws IOException {
    List<String> asserted = new ArrayList<>();
    for (String line : Files.readAllLines(sentences)) {
      String sentence = line.substring(line.lastIndexOf('\t') + 1);
      if (!line.isBlank() && !line.startsWith("#")
          && reader.read(Readers.article(sentence)).undertakings().stream()
              .map(Undertaking::status).anyMatch(DONE::contains)) {
        asserted.add(sentence);
      }
    }
    return asserted;
  }
}
