package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.undertaking.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offices that several states have give each its post, and offices of nobody known give none. */
class PluralOfficesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "The defence ministers of Kenya and Oman met on Monday.|minister-of-defence-of-kenya minister-of-defence-of-oman",
    "Kenyan and Omani defence ministers met on Monday.|minister-of-defence-of-kenya minister-of-defence-of-oman",
    "Kenya's and Oman's trade ministers met on Monday.|minister-of-trade-of-kenya minister-of-trade-of-oman",
    "The presidents of Ghana, Togo and Benin met on Monday.|president-of-benin president-of-ghana president-of-togo",
    "The ministers of defence of Ghana and Togo met on Monday.|minister-of-defence-of-ghana minister-of-defence-of-togo",
    "The navy chiefs of Ghana and Togo met on Monday.|chief-of-naval-staff-of-ghana chief-of-naval-staff-of-togo",
    "The foreign and defence ministers of India and Japan met on Monday.|minister-of-defence-of-india"
        + " minister-of-defence-of-japan minister-of-foreign-affairs-of-india minister-of-foreign-affairs-of-japan",
    "The secretaries of state of the United States and Mexico met on Monday.|secretary-of-state-of-mexico"
        + " secretary-of-state-of-united-states",
    "Ghana and Togo held talks. The two foreign ministers signed an agreement on visas on Monday."
        + "|minister-of-foreign-affairs-of-ghana minister-of-foreign-affairs-of-togo",
    "Ghana and Togo signed an agreement on visas. The foreign ministers of the two countries met on Monday."
        + "|minister-of-foreign-affairs-of-ghana minister-of-foreign-affairs-of-togo",
    "Prime Ministers Jon Smith of Ethiopia and Mark Miller of the Netherlands met on Monday.|prime-minister-of-ethiopia"
        + " prime-minister-of-netherlands",
    "Presidents Vladimir Putin and Xi Jinping met on Monday.|president-of-china president-of-russia",
    "President Ana Lopes of Kenya visited Japan on Monday.|president-of-kenya"
  })
  void giveEachStateThePostThatTheSingularGives(String text, String posts) {
    assertEquals(new TreeSet<>(Arrays.asList(posts.split(" "))), posts(Readers.article(text)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Kenyan ministers met Omani generals on Monday.",
    "The ministers of Kenya and Oman met on Monday.",
    "The leaders of Kenya and Oman met on Monday.",
    "Trade and industry ministers of Kenya and Oman met on Monday.",
    "Kenya and Oman held a meeting in Nairobi on Monday, the Minister said."
  })
  void giveNoPostWhereTheWordsDoNotSayWhichOrWhose(String text) {
    assertEquals(Set.of(), posts(Readers.article(text)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "The Minister received the Ambassador of Japan on Monday. It was the first meeting.|minister-of-botswana",
    "The Minister received the Ambassador of Japan on Monday. The Minister of Trade praised it."
        + "|minister-of-trade-of-botswana",
    "The Minister received the Ambassador of Japan on Monday. The Trade Minister of Zambia praised it."
        + "|minister-of-botswana"
  })
  void ofAReleaseAreThoseOfTheStateThatPublishesIt(String text, String post) {
    Set<String> posts = posts(Readers.text("Ministry of Trade of Botswana: a meeting\n\n14 March 2024\n\n" + text));
    posts.remove("ambassador-of-japan");
    assertEquals(Set.of(post), posts);
  }

  @Test
  void areNotOfThePairSpokenOfBeforeWhereTheWordsSayWhoseTheyAre() {
    Article article =
        Readers.article("China and Russia held talks. The ministers of Ghana and Togo signed an agreement on cocoa.");
    assertEquals(
        List.of(Set.of("CHN", "RUS"), Set.of("GHA", "TGO")),
        Readers.READER.read(article).undertakings().stream()
            .map(u -> u.parties().stream().flatMap(p -> p.actor().state().stream()).collect(Collectors.toSet()))
            .toList());
  }

  private static Set<String> posts(Article article) {
    return Readers.READER.read(article).undertakings().stream().flatMap(undertaking -> undertaking.parties().stream())
        .map(Party::actor).filter(actor -> actor.type() == Actor.Type.POST).map(Actor::slug)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
