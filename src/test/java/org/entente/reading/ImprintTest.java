package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.article.Reading;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;

/** What stands around a text tells for whom it speaks: a page's head, a letterhead, a dateline. */
class ImprintTest {

  private static final String RELEASE = """
      <html><head><title>Minister meets guests | Ministry of Foreign Affairs</title></head><body>
      <header><p>%s<br>Ministry of Foreign Affairs</p><nav><a>Embassies</a> <a>Brazil</a> <a>Japan</a></nav></header>
      <main><article><h1>Minister Meets Guests</h1>
      <p>A memorandum on fisheries was signed with the Republic of Fiji on Monday, after talks that had taken the better
      part of a year and of which little had been heard in public until last week.</p>
      <p>A delegation from Chile will be received later in the month, as was said at the end of the day in a note
      to the press that named no other guests.</p></article></main>
      <footer><ul><li>Norway</li><li>Canada</li></ul><p>Press office</p></footer></body></html>""";

  @Test
  void theStateInAPagesHeadIsThePartyThatItsSentencesDoNotName() {
    assertEquals(
        List.of(Set.of("FJI", "OMN"), Set.of("CHL", "OMN")), parties(page("Sultanate of Oman")),
        "parties of the memorandum and of the reception");
  }

  @Test
  void aNameOnTheInternetThatOnlyAGovernmentHasTellsWhose() {
    assertEquals(
        List.of(Set.of("FJI", "MLT"), Set.of("CHL", "MLT")), parties(page("foreignaffairs.gov.mt")),
        "parties of the memorandum and of the reception");
  }

  @Test
  void aLetterheadOverPlaceAndDateTellsForWhomATextSpeaks() {
    Article article = Reading.text("""
        PRESS RELEASE: Foreign Minister concludes visit

        Ministry of Foreign Affairs
        Malé, 3 October 2025
        Ref: 2025-PR-184

        The Foreign Minister of Sri Lanka was thanked for his hospitality, and a cheque was sent to Colombo.

        On Thursday the Minister of Foreign Affairs met the Foreign Minister of Bhutan.
        """);
    assertEquals("Ministry of Foreign Affairs", article.publisher().orElseThrow());
    assertEquals(List.of(Set.of("LKA", "MDV"), Set.of("BTN", "MDV")), parties(article));
  }

  @Test
  void whatMenusAndListsNameIsNoImprint() {
    Article article = page("Sultanate of Oman");
    assertTrue(article.imprint().stream().anyMatch(line -> line.contains("Sultanate of Oman")), "the head");
    assertFalse(article.imprint().stream().anyMatch(line -> line.contains("Japan") || line.contains("Norway")),
        article.imprint().toString());
  }

  @Test
  void linesOverATextAreItsImprint() {
    Article article =
        Reading.text("""
            Harbours Reopen

            By Ana Kos, The Quay Courier
            LOMÉ, 3 May 2021 — The harbour reopened on Monday, and the first ship to call was a ferry from Lagos.
            """);
    assertTrue(article.imprint().contains("The Quay Courier"), article.imprint().toString());
    assertTrue(article.imprint().stream().anyMatch(line -> line.contains("LOMÉ")), article.imprint().toString());
  }

  private static Article page(String state) {
    return Reading.text(RELEASE.formatted(state));
  }

  private static List<Set<String>> parties(Article article) {
    return Readers.READER.read(article).undertakings().stream().map(ImprintTest::states).toList();
  }

  private static Set<String> states(Undertaking undertaking) {
    return undertaking.states().stream().flatMap(s -> s.state().stream()).collect(Collectors.toSet());
  }
}
