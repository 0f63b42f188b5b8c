package org.entente.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.reading.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One office, one post: however a text calls it, and the same in the gazetteer as in articles. */
class PostsTest {

  private static final Gazetteer GAZETTEER = Readers.GAZETTEER;

  private static Actor post(String office, String state) {
    return GAZETTEER.post(office, Optional.of(state).filter(s -> !s.isEmpty()).flatMap(GAZETTEER::state));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "PAK|Prime Minister of Pakistan|PM; prime minister; new prime minister; then-prime minister; Prime Minister of Pakistan; premier",
    "RUS|Minister of Foreign Affairs of Russia|foreign minister; FM; Minister of Foreign Affairs;"
        + " minister for foreign affairs; Minister of External Relations",
    "PAK|Chairman of the Joint Chiefs of Staff of Pakistan|chairman of joint chiefs of staff; CJCSC;"
        + " Chairman Joint Chiefs of Staff Committee; chairman of the Joint Chiefs of Staff Committee",
    "RUS|Deputy Minister of Defence of Russia|Deputy Defense Minister; deputy defence minister;"
        + " deputy minister of defence; Deputy Minister for Defense",
    "FRA|Minister of the Interior of France|interior minister; Minister of the Interior; home affairs minister",
    "USA|Secretary of State of the United States|secretary of state; foreign minister; Secretary of State of the"
        + " United States",
    "USA|Secretary of Defence of the United States|Defense Secretary; secretary of defense; defence minister",
    "DEU|Minister of Foreign Affairs of Germany|foreign minister; Federal Minister for Foreign Affairs",
    "IRL|Taoiseach of Ireland|taoiseach; prime minister",
    "JOR|Monarch of Jordan|king; monarch",
    "LKA|Chief of Naval Staff of Sri Lanka|navy chief; naval chief; chief of the naval staff; chief of the navy",
    "PAK|Ambassador of Pakistan to the United States|ambassador to the United States;"
        + " Ambassador of Pakistan to the United States",
    "GBR|State Minister of Defence of the United Kingdom|Minister of State for the Armed Forces;"
        + " Minister of State for the Armed Forces of the United Kingdom of Great Britain and Northern Ireland",
    "PSE|President of Palestine|president; President of the State of Palestine; President of Palestine",
    "BRA|Vice President of Brazil|vice-president; Vice President",
    "''|Secretary General of the United Nations|Secretary-General of the United Nations;"
        + " secretary general of the United Nations"
  })
  void anOfficeHasOnePostHoweverItIsCalled(String state, String name, String forms) {
    Set<String> posts = Arrays.stream(forms.split(";\\s*")).map(form -> post(form, state))
        .map(found -> found.name() + " " + found.slug()).collect(Collectors.toSet());
    assertEquals(1, posts.size(), posts.toString());
    assertTrue(posts.iterator().next().startsWith(name + " "), posts.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "prime minister|deputy prime minister|PAK",
    "minister of defence|deputy minister of defence|PAK",
    "Minister of Defence|Minister of Defence Production|PAK",
    "Chief of Naval Staff|Vice Chief of Naval Staff|PAK",
    "king|crown prince|SAU",
    "king|queen|JOR",
    "Minister of Foreign Affairs|Minister of State for Foreign Affairs|QAT",
    "foreign minister|foreign secretary|IND",
    "general secretary of the party|secretary general of the party|CHN",
    "Ambassador to Zealand|Ambassador to New Zealand|PAK"
  })
  void otherOfficesStayApart(String one, String other, String state) {
    assertNotEquals(post(one, state).slug(), post(other, state).slug());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "the", "of", "new", "PM of", "minister for", "CHIEF", "and minister", "ministre d’État"})
  void oddWordsGiveSomePostAsWell(String words) {
    assertTrue(post(words.isEmpty() ? "x" : words, "PAK").slug().matches("[a-z0-9-]+"));
  }

  @Test
  void everyPostOfTheGazetteerIsNamedByTheGrammar() {
    List<String> otherwise = GAZETTEER.graph().find(Node.ANY, RDF.type.asNode(), ORG.Post.asNode()).toList().stream()
        .map(triple -> triple.getSubject().getURI().replaceFirst(".*/", ""))
        .map(slug -> GAZETTEER.bySlug(Actor.Type.POST, slug).orElseThrow())
        .filter(known -> !GAZETTEER.post(known.name(), known.state().flatMap(GAZETTEER::state)).equals(known)
            || !GAZETTEER.named(known.name(), known.state().flatMap(GAZETTEER::state)).slug().equals(known.slug()))
        .map(Actor::slug)
        .toList();
    assertEquals(List.of(), otherwise);
  }

  @Test
  void aPostIsHeldByOnePersonOnADayFarFromAChange() {
    Actor post = post("PM", "PAK");
    LocalDate may = LocalDate.of(2020, 5, 4);
    assertEquals(Optional.of("Imran Khan"), GAZETTEER.holder(post, may, may).map(Actor::name));
  }

  @Test
  void nobodyIsInferredNearAChangeNorAfterTheTablesWereMade() {
    Actor post = post("PM", "PAK");
    LocalDate change = LocalDate.of(2018, 8, 18);
    for (int days : new int[] {-29, 0, 29}) {
      assertEquals(Optional.empty(), GAZETTEER.holder(post, change.plusDays(days), change.plusDays(days)));
    }
    LocalDate later = LocalDate.of(2027, 1, 1);
    assertEquals(Optional.empty(), GAZETTEER.holder(post, later, later));
    LocalDate longAgo = LocalDate.of(2016, 1, 1);
    assertEquals(Optional.empty(), GAZETTEER.holder(post, longAgo, LocalDate.of(2020, 5, 4)), "two held it then");
  }

  @Test
  void linksEachOfficeWithOneItemThatNoOtherHas() {
    Graph graph = GAZETTEER.graph();
    Map<String, String> items = new TreeMap<>();
    for (Node link : List.of(OWL.sameAs.asNode(), SKOS.closeMatch.asNode())) {
      graph.find(Node.ANY, link, Node.ANY).filterKeep(t -> t.getSubject().getURI().contains("/id/post/"))
          .forEach(t -> assertNull(items.put(t.getSubject().getURI(), t.getObject().getURI()), t::toString));
    }
    assertTrue(items.size() > 150, "items: " + items.size());
    assertEquals(items.size(), Set.copyOf(items.values()).size());
    items.keySet().forEach(post -> assertTrue(
        graph.contains(NodeFactory.createURI(post), RDF.type.asNode(), ORG.Post.asNode()), post));
    assertEquals("http://www.wikidata.org/entity/Q735575",
        items.get("http://localhost:3030/id/post/prime-minister-of-pakistan"));
  }
}
