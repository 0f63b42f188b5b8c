package org.entente.publish.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.publish.page.part.ArticleTexts;
import org.entente.publish.page.part.Counting;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.page.part.StatusGroup;
import org.entente.publish.page.part.TermNames;
import org.junit.jupiter.api.Test;

class EntentePagesTest {

  private static final String BASE = "https://data.example.org/";
  private static final String VISIT = "/page/visit/graustark-visits-ruritania-0123456789ab";
  private static final String ARTICLE = "/page/article/2020-05-04-port-call-0a1b2c3d";
  private static final String PREFIXES = """
      BASE <https://data.example.org/>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX wgs84: <http://www.w3.org/2003/01/geo/wgs84_pos#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;
  private static final String PROPOSED = """
      <id/project/a-bridge-0123456789ab> a ent:Project , ent:Undertaking ; rdfs:label "A bridge <b>"@en ;
        ent:party <id/state/graustark> , <id/state/ruritania> ;
        ent:involves <id/state/graustark> , <id/state/ruritania> ;
        ent:status <https://w3id.org/entente/status#proposed> .
      """;

  private final EntentePages pages = new EntentePages("1.2.3", Gallery.EMPTY);
  private ArticleTexts texts = ArticleTexts.NONE;
  private boolean sample;

  /** The example with the union of its graphs as default graph, and something that is only proposed. */
  private static DatasetGraph twoStates() {
    DatasetGraph named = DatasetGraphFactory.create();
    RDFDataMgr.read(named, "src/test/resources/server/two-states.trig");
    DatasetGraph union = DatasetGraphFactory.create();
    named.find().forEachRemaining(quad -> union.getDefaultGraph().add(quad.asTriple()));
    return with(PROPOSED, union);
  }

  /** What is said in Turtle, too. */
  private static DatasetGraph with(String turtle, DatasetGraph data) {
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(data.getDefaultGraph());
    return data;
  }

  private int status(String path) {
    return written(path, twoStates()).orElseThrow().status();
  }

  private Optional<String> page(String path, DatasetGraph data) {
    return written(path, data).map(Page::html);
  }

  private Optional<Page> written(String address, DatasetGraph data) {
    String path = address.replaceFirst("\\?.*", "");
    String root = path.equals("/") ? "./" : "../".repeat((int) path.chars().filter(c -> c == '/').count() - 1);
    Map<String, List<String>> query = new HashMap<>();
    Stream.of(address.replaceFirst("^[^?]*\\??", "").split("&")).filter(part -> part.contains("="))
        .forEach(part -> query.put(part.replaceFirst("=.*", ""), List.of(part.replaceFirst(".*=", ""))));
    PageRequest request = new PageRequest(path, query, BASE, root, Optional.empty());
    TermNames terms = TermNames.of(data.getDefaultGraph().find().toList());
    return path.equals("/")
        ? Optional.of(front(request, terms, Optional.of(Overview.of(data, Counting.of(request))), true))
        : pages.page(request, terms, data, texts);
  }

  private Page front(PageRequest request, TermNames terms, Optional<Overview> overview, boolean current) {
    Site site = new Site("v1", "2020-05-05", sample, List.of(), "", List.of());
    return pages.front(request, terms, overview, current, site);
  }

  /** The front page of the example, whatever is made of it so far. */
  private String front(Optional<Overview> overview, boolean current) {
    PageRequest request = new PageRequest("/", Map.of(), BASE, "./", Optional.empty());
    return front(request, TermNames.of(twoStates().getDefaultGraph().find().toList()), overview, current).html();
  }

  @Test
  void saysThatNumbersAndPicturesAreBeingMadeRatherThanLettingOneWait() {
    String html = front(Optional.empty(), false);
    assertTrue(html.contains("are being made"), html);
    assertTrue(html.contains("What is there between") && html.contains("SPARQL endpoint"), html);
    assertFalse(html.contains("What is here") || html.contains("No article is loaded yet"), html);
  }

  @Test
  void showsTheNumbersFromBeforeAChangeAndSaysSo() {
    Optional<Overview> before = Optional.of(Overview.of(twoStates(), Counting.ONCE));
    String html = front(before, false);
    assertTrue(html.contains("are those from before") && html.contains("What is here"), html);
    assertFalse(front(before, true).contains("are those from before"), html);
  }

  private String page(String path) {
    return page(path, twoStates()).orElseThrow();
  }

  private static String section(String html, String group) {
    Matcher section = Pattern.compile("<section class=\"group " + group + "\".*?</section>", Pattern.DOTALL)
        .matcher(html);
    assertTrue(section.find(), html);
    return section.group();
  }

  @Test
  void neverPutsWhatIsOnlyProposedAmongWhatHappened() {
    String html = page("/page/dyad/GRA-RUR");
    assertTrue(section(html, "done").contains("Visit of Graustark to Ruritania"), html);
    assertFalse(section(html, "done").contains("A bridge"), html);
    assertTrue(section(html, "urged").contains("A bridge"), html);
    assertFalse(section(html, "urged").contains("Visit of Graustark"), html);
  }

  /** The example with three places of undertakings, of which two have coordinates. */
  private static DatasetGraph withPlaces() {
    return with("""
        <id/visit/graustark-visits-ruritania-0123456789ab> ent:place <id/place/suva> , <id/place/nowhere> .
        <id/project/a-bridge-0123456789ab> ent:place <id/place/suva> , <id/place/strelsau> .
        <id/place/suva> a ent:Place ; rdfs:label "Suva"@en ; wgs84:lat -18.14 ; wgs84:long 178.44 .
        <id/place/strelsau> a ent:Place ; rdfs:label "Strelsau <x>"@en ; wgs84:lat 50.1 ; wgs84:long 14.4 .
        <id/place/nowhere> a ent:Place ; rdfs:label "Nowhere"@en .
        """, twoStates());
  }

  @Test
  void drawsThePlacesOfUndertakingsOnAMapWithAListBesideIt() {
    for (String path : List.of("/", "/page/dyad/GRA-RUR", "/page/state/graustark")) {
      String html = page(path, withPlaces()).orElseThrow();
      assertTrue(html.contains("<title id=\"places-title\">Map of Suva, Strelsau &lt;x&gt;</title>"), html);
      assertTrue(html.contains("class=\"mark done\"><title>Suva: 1 done, 1 only urged</title>"), html);
      assertTrue(html.contains("class=\"mark urged\"><title>Strelsau &lt;x&gt;: 1 only urged</title>"), html);
      assertTrue(
          Pattern.compile("Not drawn.*<a href=\"[./]*page/place/nowhere\">Nowhere</a> \\(1 done\\)").matcher(html)
              .find(),
          html);
    }
  }

  @Test
  void opensAStateWithItsLineOfTimeAndItsMap() {
    DatasetGraph data = with("""
        <id/project/a-bridge-0123456789ab> ent:earliest "2021-01-01"^^xsd:date ; ent:latest "2021-12-31"^^xsd:date .
        <id/visit/graustark-visits-ruritania-0123456789ab> ent:earliest "2020-05-02"^^xsd:date .
        """, withPlaces());
    String html = page("/page/state/graustark", data).orElseThrow();
    List<String> headings = Pattern.compile("<h2[^>]*>([^<]*)").matcher(html).results().map(h -> h.group(1)).toList();
    assertEquals(List.of("When", "Where"), headings.subList(0, 2), html);
    assertTrue(headings.indexOf("Latest") > headings.indexOf("Where"), html);
  }

  @Test
  void namesTheSchemeOfEachCodeOfAStateAndKeepsSpellingsForSearchingToItself() {
    DatasetGraph data = with("""
        <id/state/graustark> ent:iso2 "GK" ; ent:gwNumber 900 ; skos:hiddenLabel "Grausterk" ;
          skos:notation "GK"^^ent:Iso3166Alpha2 , "900"^^ent:CowNumber , "GRK"^^ent:CowCode , "GRK"^^ent:CameoActor .
        ent:Iso3166Alpha2 rdfs:label "code of ISO 3166-1 alpha-2"@en .
        """, twoStates());
    String html = page("/page/state/graustark", data).orElseThrow();
    String words = html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    for (String code : List.of("GK", "GRK", "900")) {
      assertTrue(words.contains(" " + code + " ("), words);
    }
    assertEquals(2, words.split(" GRK \\(", -1).length - 1, words);
    assertTrue(words.contains("GK ( code of ISO 3166-1 alpha-2 )"), words);
    assertTrue(html.contains("GK (<a "), html);
    assertTrue(words.contains("gw number 900"), words);
    assertFalse(words.contains("Grausterk"), words);
  }

  @Test
  void drawsNoMapWhereNoPlaceHasCoordinates() {
    for (String path : List.of("/", "/page/dyad/GRA-RUR", "/page/state/graustark")) {
      assertFalse(page(path).contains("class=\"places") || page(path).contains("id=\"where\""), path);
    }
  }

  @Test
  void givesEachStatusItsOwnGroup() {
    Map<String, StatusGroup> groups = Map.of("completed", StatusGroup.DONE, "concluded", StatusGroup.DONE,
        "ongoing", StatusGroup.UNDER_WAY, "negotiating", StatusGroup.IN_SIGHT, "planned", StatusGroup.IN_SIGHT,
        "offered", StatusGroup.IN_SIGHT, "proposed", StatusGroup.URGED, "possible", StatusGroup.URGED,
        "ended", StatusGroup.ENDED);
    groups.forEach((status, group) -> assertEquals(group,
        StatusGroup.of("https://w3id.org/entente/status#" + status), status));
    assertEquals(StatusGroup.UNKNOWN, StatusGroup.of("https://elsewhere.example/done"));
  }

  @Test
  void showsTheExactWordsWithALinkToTheirPlaceInTheArticle() {
    String html = page("/page/dyad/GRA-RUR");
    assertTrue(html.contains("<blockquote>A frigate of Graustark called at Ruritania's harbour.</blockquote>"), html);
    assertTrue(html.contains("article/2020-05-04-port-call-0a1b2c3d#char=40,93\""), html);
    assertTrue(page(ARTICLE).contains("id=\"char=40,93\""));
  }

  /** The example's article with its text beside it. */
  private static DatasetGraph withDigest() {
    DatasetGraph data = twoStates();
    data.getDefaultGraph().add(Triple.create(NodeFactory.createURI(BASE + "id/article/2020-05-04-port-call-0a1b2c3d"),
        NodeFactory.createURI("https://w3id.org/entente/ontology#textDigest"),
        NodeFactory.createLiteralString("d1")));
    return data;
  }

  private static ArticleTexts port(boolean whole) {
    return new ArticleTexts() {
      @Override
      public Optional<String> text(String digest) {
        return digest.equals("d1") ? Optional.of("Port call.\n\nNobody expected any of it..\n"
            + "A frigate of Graustark called at Ruritania's harbour. It stayed a week.") : Optional.empty();
      }

      @Override
      public boolean whole() {
        return whole;
      }
    };
  }

  @Test
  void marksTheWordsInTheirPlaceWhereTheTextIsAtHand() {
    texts = port(false);
    String html = page(ARTICLE, withDigest()).orElseThrow();
    assertTrue(html.contains("<mark id=\"char=40,93\">A frigate of Graustark called at Ruritania's harbour.</mark>"
        + " It stayed a week."), html);
    assertFalse(html.contains("<p>Port call."), html);
    texts = port(true);
    assertTrue(page(ARTICLE, withDigest()).orElseThrow().contains("<p>Port call."));
    assertTrue(page(VISIT, withDigest()).orElseThrow().contains("harbour.</mark> It stayed a week."));
  }

  @Test
  void tellsHowAnUndertakingEndedAndWhyItWasReadSo() {
    DatasetGraph data = with(PROPOSED.replace("status#proposed>",
        "status#ended> ; ent:ending <https://w3id.org/entente/status#called-off> ; ent:rationale \"scrapped (drop, Project): ended\""),
        withoutProposed(twoStates()));
    String html = page("/page/project/a-bridge-0123456789ab", data).orElseThrow();
    assertTrue(html.contains("<summary>Why it was read so</summary><pre>scrapped (drop, Project): ended</pre>"), html);
    assertTrue(html.contains("called"), html);
    String dyad = page("/page/dyad/GRA-RUR", data).orElseThrow();
    assertTrue(dyad.contains("called"), dyad);
  }

  @Test
  void showsWhatWasMendedFromWhatByWhomWhenAndWhy() {
    String html = page("/page/visit/graustark-visits-ruritania-0123456789ab", with("""
        <id/visit/graustark-visits-ruritania-0123456789ab> <http://www.w3.org/ns/prov#wasInfluencedBy> <id/decision/1> .
        <id/decision/1> ent:corrected ent:status ; ent:before <https://w3id.org/entente/status#planned> ;
          ent:after <https://w3id.org/entente/status#completed> ; ent:decidedBy "Ada Example" ;
          <http://purl.org/dc/terms/date> "2026-11-28" ; rdfs:comment "It took place."@en .
        """, twoStates())).orElseThrow().replaceAll("<[^>]*>", "");
    assertTrue(
        html.contains("Status: completed (was: planned; mended by Ada Example on 2026-11-28: It took place.)"), html);
  }

  private static DatasetGraph withoutProposed(DatasetGraph data) {
    data.getDefaultGraph().remove(NodeFactory.createURI(BASE + "id/project/a-bridge-0123456789ab"), Node.ANY, Node.ANY);
    return data;
  }

  @Test
  void offersLinesForCorrectingWithWhatIsSaidNow() {
    String html = page(VISIT);
    assertTrue(html.contains("<summary>Is this wrong?</summary>"), html);
    assertTrue(
        html.contains("\nretract,visit/graustark-visits-ruritania-0123456789ab,,,,YOUR NAME,YYYY-MM-DD,YOUR REASON\n"),
        html);
    assertTrue(
        html.contains("\nmend,visit/graustark-visits-ruritania-0123456789ab,status,RIGHT-STATUS,completed,YOUR NAME"),
        html);
    assertTrue(html.contains(",kind,RightKind,Visit,"), html);
    assertFalse(html.contains("RightKind,Undertaking"), html);
    assertFalse(page(ARTICLE).contains("Is this wrong?"));
    assertTrue(
        page("/page/state/graustark").contains("\nsame,state/graustark,,http://www.wikidata.org/entity/QNUMBER"));
  }

  @Test
  void linksAStateAndAPairWithTheirExports() {
    for (String file : List.of("events.csv", "network.graphml", "map.geojson")) {
      assertTrue(page("/page/state/graustark").contains("export/" + file + "?state=GRA\""), file);
      assertTrue(page("/page/dyad/GRA-RUR").contains("export/" + file + "?pair=GRA-RUR\""), file);
    }
  }

  @Test
  void showsOfAPairOnlyWhatTheAddressAsksFor() {
    String visits = page("/page/dyad/GRA-RUR?kind=Visit&status=done");
    assertTrue(visits.contains("Visit of Graustark to Ruritania"), visits);
    assertFalse(visits.contains("A bridge"), visits);
    assertTrue(visits.contains("<option value=\"Visit\" selected=\"\">"), visits);
    assertTrue(visits.contains("1 of 2 undertaking"), visits);
    assertTrue(visits.contains("export/events.csv?pair=GRA-RUR&amp;kind=Visit&amp;status=completed,concluded"
        + "\">CSV<"), visits);
    assertTrue(visits.contains("cite/dyad/GRA-RUR.bib?kind=Visit&amp;status=done\""), visits);
    assertTrue(page("/page/dyad/GRA-RUR?status=urged").contains("A bridge"));
    DatasetGraph dated = meetings(3, 0);
    String second = page("/page/dyad/GRA-RUR?from=2019-01-02&until=2019-01-02", dated).orElseThrow();
    assertTrue(second.contains(">Meeting 1<") && second.contains("1 of 5 undertaking"), second);
    assertTrue(page("/page/dyad/GRA-RUR?from=2021").contains("Nothing between the two is of that kind"));
  }

  @Test
  void refusesAPeriodAndAStatusThatAreNone() {
    for (String query : List.of("from=20x8", "until=tomorrow", "status=finished")) {
      assertEquals(400, status("/page/dyad/GRA-RUR?" + query), query);
      assertTrue(page("/page/dyad/GRA-RUR?" + query).contains("<form"), query);
    }
  }

  /** Two states with so many meetings, one a day, each told on the next day; of some the day is not known. */
  private static DatasetGraph meetings(int number, int undated) {
    StringBuilder turtle = new StringBuilder();
    for (int i = 0; i < number + undated; i++) {
      LocalDate day = LocalDate.of(2019, 1, 1).plusDays(i);
      turtle.append("<id/meeting/m%1$d> a ent:Meeting ; rdfs:label \"Meeting %1$d\"@en ; ".formatted(i))
          .append("ent:party <id/state/graustark> , <id/state/ruritania> ; ")
          .append("ent:status <https://w3id.org/entente/status#completed> .\n")
          .append("<id/article/a%1$d> ent:states <id/meeting/m%1$d> ; dct:issued \"%2$s\"^^xsd:date .\n"
              .formatted(i, day.plusDays(1)));
      if (i < number) {
        turtle.append("<id/meeting/m%1$d> ent:earliest \"%2$s\"^^xsd:date ; ent:latest \"%2$s\"^^xsd:date .\n"
            .formatted(i, day));
      }
    }
    return with(turtle.toString(), twoStates());
  }

  /** Two accounts of one visit. */
  @Test
  void countsOnceWhatSeveralTellOfUnlessReportsAreAskedFor() {
    DatasetGraph data = with("""
        <id/visit/graustark-visits-ruritania-0123456789ab> ent:sameUndertaking <id/visit/told-again> ;
          ent:earliest "2020-05-02"^^xsd:date .
        <id/visit/told-again> a ent:Visit , ent:Undertaking ; rdfs:label "Visit, told again"@en ;
          ent:sameUndertaking <id/visit/graustark-visits-ruritania-0123456789ab> ;
          ent:party <id/state/graustark> , <id/state/ruritania> ; ent:earliest "2020-05-02"^^xsd:date ;
          ent:involves <id/state/graustark> , <id/state/ruritania> ; ent:mainField <https://w3id.org/entente/field#defence> ;
          ent:field <https://w3id.org/entente/field#defence> ; ent:status <https://w3id.org/entente/status#completed> .
        """, twoStates());
    Pattern defence = Pattern.compile("field/defence\"[^>]*>defence</a></th>\\s*<td>(\\d+)</td>");
    for (Map.Entry<String, String> counted : Map.of("", "1", "?count=reports", "2", "?count=once", "1").entrySet()) {
      String html = page("/page/state/graustark" + counted.getKey(), data).orElseThrow();
      Matcher number = defence.matcher(html);
      assertTrue(number.find(), html);
      assertEquals(counted.getValue(), number.group(1), counted.getKey());
      assertTrue(html.contains("<option value=\"" + (counted.getValue().equals("2") ? "reports" : "once")
          + "\" selected=\"\">"), html);
    }
    assertTrue(page("/?count=reports", data).orElseThrow().contains("<option value=\"reports\" selected=\"\">"));
  }

  @Test
  void pagesThroughWhatAPairHasMuchOf() {
    DatasetGraph data = meetings(120, 0);
    String first = page("/page/dyad/GRA-RUR", data).orElseThrow();
    String last = page("/page/dyad/GRA-RUR?page=3", data).orElseThrow();
    assertTrue(first.contains("(1–50 of 121)") && first.contains("page/dyad/GRA-RUR?page=2\" rel=\"next\""), first);
    assertTrue(first.contains("Page 1 of 3"), first);
    assertTrue(last.contains("(101–121 of 121)") && last.contains(">Meeting 0<") && last.contains("A bridge"), last);
    assertFalse(first.contains(">Meeting 0<"), first);
    assertTrue(page("/page/dyad/GRA-RUR?kind=Meeting&page=2", data).orElseThrow()
        .contains("GRA-RUR?kind=Meeting&amp;page=3"));
  }

  @Test
  void showsWhatHasNoDateAtTheEdgeWithTheDayOfItsArticle() {
    String html = page("/page/dyad/GRA-RUR", meetings(2, 12)).orElseThrow();
    assertTrue(html.contains("<title>Meeting 2, no date; told on 4 Jan 2019</title>"), html);
    assertTrue(html.contains(">no date<") && html.contains(">+4<"), html);
    assertTrue(html.contains("no date; told \n<span class=\"day\">4 Jan 2019</span>")
        || html.contains("no date; told <span class=\"day\">4 Jan 2019</span>"), html);
  }

  @Test
  void drawsOnceWhatLiesOnTheSameDaysAndCountsWhatItDoesNotName() {
    StringBuilder deals = new StringBuilder();
    for (int i = 1; i <= 8; i++) {
      deals.append("<id/meeting/deal-%1$d> a ent:Meeting ; rdfs:label \"Deal %1$d\"@en ; ".formatted(i))
          .append("ent:party <id/state/graustark> , <id/state/ruritania> ; ")
          .append("ent:earliest \"2019-01-01\"^^xsd:date ; ent:latest \"2019-12-31\"^^xsd:date ; ")
          .append("ent:when \"2019\" ; ent:status <https://w3id.org/entente/status#completed> .\n");
    }
    String html = page("/page/dyad/GRA-RUR", with(deals.toString(), meetings(2, 0))).orElseThrow();
    assertTrue(
        html.contains("<title>Deal 1, 2019\nDeal 2, 2019\nDeal 3, 2019\nDeal 4, 2019\nDeal 5, 2019\nand 3 more<"),
        html);
    assertEquals(3, html.split("class=\"mark done\"", -1).length - 1, html);
  }

  @Test
  void leadsFromTheNumberOfEachGroupOfAPairToThatGroup() {
    String html = page("/page/dyad/GRA-RUR?from=2019", meetings(120, 0)).orElseThrow();
    assertTrue(html.contains("undertakings: 120 done."), html);
    String all = page("/page/dyad/GRA-RUR", meetings(120, 0)).orElseThrow();
    assertTrue(all.contains("page/dyad/GRA-RUR?status=done\">121 done</a>, <a "), all);
    assertTrue(all.contains("page/dyad/GRA-RUR?status=urged\">1 only urged</a>."), all);
  }

  @Test
  void countsByYearWhereAStateHasMoreThanTheLatestThatItsPageLists() {
    StringBuilder deals = new StringBuilder();
    for (int i = 0; i < 45; i++) {
      deals.append("<id/meeting/deal-%1$d> a ent:Meeting ; rdfs:label \"Deal %1$d\"@en ; ".formatted(i))
          .append("ent:involves <id/state/graustark> ; ent:earliest \"%d-01-01\"^^xsd:date ; ".formatted(2019 - i / 23))
          .append("ent:status <https://w3id.org/entente/status#completed> .\n");
    }
    String html = page("/page/state/graustark", with(deals.toString(), twoStates())).orElseThrow();
    assertTrue(html.contains("45 dated undertakings by the year in which they began, from 2018 to 2019."), html);
    assertFalse(html.contains("class=\"timeline\""), html);
  }

  @Test
  void drawsALineOfTimeWhereAStatesPageListsAllThatHasADate() {
    StringBuilder deals = new StringBuilder();
    for (int i = 0; i < 45; i++) {
      deals.append("<id/meeting/deal-%1$d> a ent:Meeting ; rdfs:label \"Deal %1$d\"@en ; ".formatted(i))
          .append(i < 3 ? "ent:earliest \"2019-0%d-01\"^^xsd:date ; ".formatted(3 + i) : "")
          .append("ent:involves <id/state/graustark> ; ")
          .append("ent:status <https://w3id.org/entente/status#completed> .\n");
    }
    String html = page("/page/state/graustark", with(deals.toString(), withoutProposed(twoStates()))).orElseThrow();
    assertTrue(html.contains("class=\"timeline\""), html);
  }

  @Test
  void drawsOfOneYearTheMonthsFromTheFirstToTheLast() {
    String html = page("/page/dyad/GRA-RUR", meetings(40, 0)).orElseThrow();
    assertTrue(html.contains(">Jan</text>") && html.contains(">Feb</text>"), html);
    assertFalse(html.contains(">Mar</text>"), html);
  }

  @Test
  void setsTheStatesThatShareMostOnBothSidesOfTheNetwork() {
    DatasetGraph data = with("""
        <id/state/freedonia> a ent:State ; rdfs:label "Freedonia"@en ; ent:iso3 "FRE" .
        <id/meeting/far> a ent:Meeting ; rdfs:label "Far"@en ; ent:party <id/state/freedonia> , <id/state/graustark> ;
          ent:status <https://w3id.org/entente/status#completed> .
        """, meetings(9, 0));
    String html = page("/", data).orElseThrow();
    assertTrue(html.contains("class=\"before\">Graustark<") && html.contains("class=\"after\">Ruritania<"), html);
  }

  @Test
  void foldsLongWordsAndKeepsAllOfThem() {
    DatasetGraph data = twoStates();
    String sentence = "The frigate lay beside the quay and its officers were received by the mayor of the town. ";
    String long_ = sentence.repeat(5).strip();
    data.getDefaultGraph().add(Triple.create(
        NodeFactory.createURI(BASE + "id/visit/graustark-visits-ruritania-0123456789ab"),
        NodeFactory.createURI("https://w3id.org/entente/ontology#evidence"), NodeFactory.createURI(BASE + "id/p#x")));
    data.getDefaultGraph().add(Triple.create(NodeFactory.createURI(BASE + "id/p#x"),
        NodeFactory.createURI("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf"),
        NodeFactory.createLiteralString(long_)));
    String html = page("/page/dyad/GRA-RUR", data).orElseThrow();
    Matcher folded = Pattern.compile("<blockquote>([^<]*)<details class=\"more\"><summary>more</summary>\\s*"
        + "([^<]*)</details>").matcher(html.replace("\n", ""));
    assertTrue(folded.find(), html);
    assertEquals(long_, folded.group(1).strip() + " " + folded.group(2).strip());
    assertTrue(folded.group(1).strip().endsWith("."), folded.group(1));
  }

  @Test
  void saysHowToGoOnWhileTheSampleIsShown() {
    assertFalse(page("/").contains("entente serve --store"));
    sample = true;
    assertTrue(page("/").contains("entente serve --store data"));
  }

  @Test
  void asksForAPairOfStatesByAnyNameOnTheFrontPage() {
    assertTrue(page("/").contains("action=\"./page/dyad\""));
  }

  @Test
  void takesTheCodesOfAPairInEitherCaseAndOrder() {
    assertTrue(page("/page/dyad/rur-gra").contains("Visit of Graustark to Ruritania"));
  }

  @Test
  void suggestsPairsWhereACodeIsUnknown() {
    String html = page("/page/dyad/GRA-ZZZ");
    assertEquals(404, status("/page/dyad/GRA-ZZZ"));
    assertTrue(html.contains("No state here has the code ZZZ"), html);
    assertTrue(html.contains("page/dyad/GRA-RUR"), html);
  }

  @Test
  void refusesAPairOfAStateWithItself() {
    assertTrue(page("/page/dyad/GRA-GRA").contains("Two different states"));
  }

  @Test
  void leavesUnknownThingsAndOddNamesToTheServer() {
    DatasetGraph data = twoStates();
    for (String path : List.of("/page/state/atlantis", "/page/dyad/nonsense", "/page/place/são-paulo")) {
      assertEquals(Optional.empty(), page(path, data), path);
    }
  }

  @Test
  void escapesMarkupInWhatArticlesSay() {
    DatasetGraph data = twoStates();
    data.getDefaultGraph().add(Triple.create(
        NodeFactory.createURI(BASE + "id/visit/graustark-visits-ruritania-0123456789ab"),
        NodeFactory.createURI("https://w3id.org/entente/ontology#name"),
        NodeFactory.createLiteralString("<script>alert(\"x\")</script>")));
    String visit = page(VISIT, data).orElseThrow();
    assertTrue(visit.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"), visit);
    assertFalse(visit.contains("<script>alert"), visit);
    assertTrue(page(ARTICLE).contains("Port call and &lt;promises&gt;"));
    assertTrue(page("/page/dyad/GRA-RUR").contains("A bridge &lt;b&gt;"));
  }

  @Test
  void leavesNoLinkForAnAddressThatIsNotOfTheWeb() {
    DatasetGraph data = twoStates();
    data.getDefaultGraph().add(Triple.create(NodeFactory.createURI(BASE + "id/state/graustark"),
        NodeFactory.createURI("https://schema.org/url"), NodeFactory.createURI("javascript:alert(1)")));
    assertFalse(page("/page/state/graustark", data).orElseThrow().contains("href=\"javascript"));
  }

  @Test
  void showsOnAStatesPageItsPartnersCodesAndLinksOut() {
    String html = page("/page/state/ruritania");
    assertTrue(html.contains("page/dyad/GRA-RUR"), html);
    assertTrue(html.contains("RUR"), html);
    assertTrue(html.contains("href=\"http://www.wikidata.org/entity/Q1\" rel=\"external\""), html);
  }

  @Test
  void loadsNothingFromOtherHosts() {
    for (String path : List.of("/", "/page/state/ruritania", VISIT, ARTICLE, "/page/dyad/GRA-RUR")) {
      String html = page(path);
      assertFalse(Pattern.compile("(src|stylesheet\" href|action)=\"(https?:)?//").matcher(html).find(), html);
    }
  }

  @Test
  void linksOutOnlyWithARelationThatSaysSo() {
    Matcher out = Pattern.compile("<a href=\"https?://[^>]*>").matcher(page("/page/state/ruritania") + page("/"));
    while (out.find()) {
      assertTrue(out.group().contains("external"), out.group());
    }
  }

  @Test
  void explainsTermsByTheirDefinition() {
    assertTrue(page(VISIT).contains("title=\"what armed forces do\""));
  }

  @Test
  void countsWhatThereIsOnTheFrontPage() {
    String html = page("/");
    assertTrue(html.contains("<dd>1</dd>"), html);
    assertTrue(html.contains("page/article/2020-05-04-port-call-0a1b2c3d"), html);
    assertTrue(html.contains("class=\"matrix\""), html);
  }

  /** A first visitor took the names that are known from the start for what the one article tells of. */
  @Test
  void keepsNamesThatAreOnlyKnownApartFromWhatArticlesGive() {
    String html = page("/");
    String counts = html.replaceFirst("(?s).*<dl class=\"counts\">", "").replaceFirst("(?s)</dl>.*", "");
    assertTrue(counts.contains("article"), counts);
    assertFalse(counts.contains("state"), counts);
    assertTrue(html.contains("Known by name, whether an article tells of them or not:"), html);
  }

  @Test
  void namesNoStatusTwiceInARow() {
    DatasetGraph data = with("""
        <id/project/a-canal-0123456789ab> a ent:Project , ent:Undertaking ; rdfs:label "A canal (proposed)"@en ;
          ent:party <id/state/graustark> , <id/state/ruritania> ;
          ent:status <https://w3id.org/entente/status#proposed> .
        <https://w3id.org/entente/status#proposed> skos:prefLabel "proposed"@en .
        """, twoStates());
    String html = section(page("/page/dyad/GRA-RUR", data).orElseThrow(), "urged");
    assertTrue(html.contains(">A canal</a>"), html);
  }

  @Test
  void hasAFrontPageWithoutAnyData() {
    String html = page("/", DatasetGraphFactory.create()).orElseThrow();
    assertTrue(html.contains("href=\"./sparql\""), html);
  }

  @Test
  void writesNoPageTwiceDifferently() {
    assertEquals(page("/page/dyad/GRA-RUR"), page("/page/dyad/GRA-RUR"));
  }

  @Test
  void handsOutItsStyleSheetAndNothingElse() {
    assertEquals("text/css; charset=utf-8", Assets.at("/assets/page.css").orElseThrow().mediaType());
    assertEquals(Optional.empty(), Assets.at("/assets/Assets.class"));
    assertEquals(Optional.empty(), Assets.at("/assets/../page.css"));
  }

  @Test
  void suggestsNearNamesWhereThereIsNoPage() {
    String html = pages.notice(new Notice(404, "Not found", "No <such> thing",
        List.of(new Notice.Suggestion("../page/state/graustark", "Graustark")), "graustarck", "../")).html();
    assertTrue(html.contains("action=\"../search\"") && html.contains("value=\"graustarck\""), html);
    assertTrue(html.contains("No &lt;such&gt; thing") && html.contains("../page/state/graustark"), html);
  }
}
