package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the loader makes of several sentences together: references, one thing told twice, results, denials. */
class DiscourseTest {

  @Test
  void takesTheTwoSidesForThePairOfTheLastUndertaking() {
    List<Undertaking> found =
        read(
            "Kenya and Oman signed a fishing treaty in Mombasa on Monday. The two sides agreed to hold a joint naval drill in May.");
    assertEquals(List.of("Agreement KEN+OMN concluded", "Exercise KEN+OMN planned"), lines(found));
  }

  @Test
  void resolvesACounterpartToTheOtherPartyOfTheVisit() {
    List<Undertaking> found =
        read("Chile's defence minister flew to Lima on Tuesday. He held talks with his counterpart on border patrols.");
    assertEquals("Meeting CHL+PER completed", lines(found).getLast());
  }

  @Test
  void takesItsMinisterForThatOfTheDelegationHeLeads() {
    Undertaking met =
        read("The president of Venezuela met the Colombian delegation led by its foreign minister in Caracas.")
            .getFirst();
    assertTrue(
        met.parties().stream().anyMatch(p -> p.actor().name().equals("Minister of Foreign Affairs of Colombia")));
  }

  @Test
  void takesASecretaryOfStateForTheOneThatIsCalledSo() {
    assertEquals(
        List.of("Meeting FJI+TON completed", "Meeting TON+USA completed"),
        lines(
            read(
                "Fiji's minister met Tonga's minister in Suva. Deputy Secretary of State Ann Ohm met with Tonga's premier.")));
  }

  @Test
  void takesWhatIsApprovedForNoTransferYet() {
    assertEquals(
        List.of("Transfer OMN+USA planned"), lines(read("The United States approved the sale of 18 radars to Oman.")));
  }

  @Test
  void takesItsMinistersForNoPair() {
    List<Undertaking> found =
        read(
            "Ghana and Togo signed a treaty on fish. Mali signed a treaty on salt with Niger that its ministers had drafted.");
    assertEquals(List.of("Agreement GHA+TGO concluded", "Agreement MLI+NER concluded"), lines(found));
  }

  @Test
  void takesTheEndOfTalksForNoTalksCalledOff() {
    assertEquals(
        List.of("Meeting AGO+RWA completed"),
        lines(read("Angola's envoy spoke to the press at the end of a meeting with Rwanda's foreign minister.")));
  }

  @Test
  void leavesACounterpartUnresolvedWhereNobodyElseWasNamed() {
    assertEquals(List.of(), lines(read("The defence minister of Chile said that he had met his counterpart.")));
  }

  @Test
  void tellsAThingOnceThoughASecondSentenceTakesItUp() {
    List<Undertaking> found =
        read(
            "Ghana and Togo signed a trade agreement on Monday. The agreement between Ghana and Togo was signed in Accra.");
    assertEquals(1, found.size());
    assertEquals(2, found.getFirst().evidence().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Kenya and Qatar signed a trade accord. The accord, signed by Kenya's trade minister and Qatar's, covers dates.",
    "Tonga and Japan signed an exchange of notes today. Tonga's minister and Japan's ambassador signed the notes.",
    "Malta's minister met Cyprus's minister in Nicosia. Both ministers discussed trade.",
    "President Andrzej Duda of Poland visited Kenya on Monday. President Duda visited Kenya's oldest tea farm.",
  })
  void tellsOnceWhatTheNextSentenceGoesOnAbout(String text) {
    assertEquals(1, read(text).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Chile's and Peru's ministers met on Monday in Lima. They met again on Thursday in Tacna.",
    "Kenya and Qatar signed a trade accord. Kenya and Qatar signed a second accord on dates.",
    "President Andrzej Duda of Poland visited Kenya in 2019. President Duda visited Kenya's tea farms on Monday.",
  })
  void tellsTwiceWhatHappenedTwice(String text) {
    assertEquals(2, read(text).size());
  }

  @Test
  void takesNobodyForANamesakeWithAnotherGivenName() {
    List<Undertaking> found =
        read(
            "In 1966 Indian Prime Minister Indira Gandhi visited Moscow. In 1988 Indian Prime Minister Rajiv Gandhi visited China.");
    assertTrue(
        found.getLast().parties().stream().anyMatch(p -> p.actor().name().equals("Rajiv Gandhi")));
  }

  @Test
  void whoLeadsABodyActsForItAndNotForAState() {
    List<Undertaking> found =
        read("Jens Stoltenberg met the president of North Macedonia. Later Stoltenberg visited Chad.");
    assertEquals(List.of("Meeting MKD completed", "Visit TCD completed"), lines(found));
    found.forEach(u -> assertTrue(u.parties().stream().anyMatch(p -> p.actor().name().equals("NATO"))));
  }

  @Test
  void linksAVisitToTheDealSignedOnIt() {
    List<Undertaking> found =
        read("The Serbian prime minister went to Cairo and signed an agreement on grain with Egypt.");
    Undertaking visit = found.stream().filter(u -> u.kind() == Kind.VISIT).findFirst().orElseThrow();
    Undertaking deal = found.stream().filter(u -> u.kind() == Kind.AGREEMENT).findFirst().orElseThrow();
    assertEquals(List.of(deal.ordinal()), visit.resultedIn());
  }

  @Test
  void keepsTheStepsOfAnAgreementWithTheirDates() {
    Undertaking treaty =
        read(
            "The extradition treaty between Peru and Fiji, signed in 2016 and ratified in May 2018, has been in force since June 2019.")
            .getFirst();
    assertEquals(
        List.of("signed 2016-01-01", "ratified 2018-05-01", "in-force 2019-06-01"),
        treaty.history().stream().map(s -> s.step() + " " + s.when().orElseThrow().earliest()).toList());
  }

  @Test
  void keepsTheOwnNameOfADrill() {
    List<Undertaking> found = read("In January Benin and Gabon held the joint naval exercise Blue Heron off Cotonou.");
    assertEquals("Blue Heron", found.getFirst().name().orElseThrow());
    assertTrue(read("In January Benin and Gabon held a joint naval exercise off Cotonou.").getFirst().name().isEmpty());
  }

  @Test
  void endsAClaimThatTheNextClauseDenies() {
    List<Undertaking> found = read(
        "A magazine claimed that Laos had leased an island to China, but Vientiane denied it. Laos sold 40 buses to China in 2020.");
    assertTrue(found.stream()
        .noneMatch(u -> u.status() == Status.COMPLETED && u.evidence().getFirst().words().contains("claimed")));
  }

  @Test
  void readsAListOfImperativesAsProposalsInOrder() {
    Article article =
        new org.entente.article.intake.ArticleReaders()
            .read(
                new java.io.ByteArrayInputStream(LIST.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "list.txt",
                org.entente.article.MetadataOverrides.none());
    Extraction extraction = Readers.READER.read(article);
    assertEquals(4, extraction.proposals().size());
    assertEquals(List.of(1, 2, 3, 4), extraction.proposals().stream().map(p -> p.position()).toList());
    assertTrue(extraction.undertakings().stream().allMatch(u -> u.status() == Status.PROPOSED));
    assertEquals(
        List.of("Agreement NPL+LKA", "Exchange NPL+LKA", "Exercise BGD+NPL+LKA", "Project NPL+LKA"),
        extraction.undertakings().stream()
            .map(u -> u.kind().className() + " "
                + u.states().stream().map(s -> s.state().orElseThrow())
                    .sorted(java.util.Comparator.comparing(c -> c.equals("LKA") ? "O" : c))
                    .collect(Collectors.joining("+")))
            .toList());
  }

  @Test
  void readsNothingInAListOfThingsThatAreNoAdvice() {
    assertEquals(List.of(), lines(read("Rivals of Nepal and Sri Lanka:", "Football.", "Cricket.", "Chess.")));
  }

  private static final String LIST =
      """
      Nepal and Sri Lanka: Neighbours at a Distance

      By Ravi Kumar

      The Mountain Review, March 14, 2024

      The two countries have talked for years and done little, and yet both would gain from doing more together.

      Here is what Nepal and Sri Lanka should do next:

      - Sign a treaty on the protection of migrant workers.
      - Grant scholarships to one another's students.
      - Hold a joint rescue exercise with Bangladesh.
      - Build a shared tea research station in Kandy.
      """;

  private static List<Undertaking> read(String... paragraphs) {
    return Readers.READER.read(Readers.article(paragraphs)).undertakings();
  }

  private static List<String> lines(List<Undertaking> undertakings) {
    return undertakings.stream()
        .map(
            u -> u.kind().className()
                + " "
                + u.states().stream().map(s -> s.state().orElseThrow()).collect(Collectors.joining("+"))
                + " "
                + u.status().conceptName())
        .toList();
  }
}
