package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.actor.GazetteerReader;
import org.entente.cli.BundledGallery;
import org.entente.publish.data.MemoryDataset;
import org.entente.query.QueryCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States are named in addresses as people know them. */
class StatesInAddressesTest {

  private static final String BASE = "https://data.example.org/";
  private static final String PAGE = "text/html,*/*;q=0.5";
  private static EntenteServer server;
  private static Asking ask;

  @BeforeAll
  static void publishTheGazetteer() {
    DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
    graphs.executeWrite(
        () -> graphs.addGraph(NodeFactory.createURI(BASE + "graph/gazetteer"), GazetteerReader.bundled(BASE).graph()));
    server = EntenteServer.start(new MemoryDataset(graphs, BASE),
        ServerOptions.onPort(0).onLoopback().withGallery(new BundledGallery(QueryCatalogue.bundled())));
    ask = new Asking(server);
  }

  @AfterAll
  static void stop() {
    ask.close();
    server.close();
  }

  private static HttpResponse<String> page(String path) {
    return ask.get(path, "Accept", PAGE);
  }

  @ParameterizedTest
  @CsvSource({"Pakistan, Russia", "russian federation, Islamic Republic of Pakistan", "PK, RU", "pak, rus", "770, 365",
    "Q843, Q159", "Пакистан, Россия", "PAK, Russia", "RU, 770"})
  void findThePairByAnyOfTheirNames(String one, String other) {
    HttpResponse<String> reply = page("/page/dyad?a=" + Asking.encoded(one) + "&b=" + Asking.encoded(other));
    assertEquals(303, reply.statusCode(), reply.body());
    assertTrue(reply.headers().firstValue("Location").orElse("").endsWith("page/dyad/PAK-RUS"),
        () -> reply.headers().map().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK-RU", "770-365", "Q843-Q159", "Pakistan-Russia"})
  void leadFromThePathToo(String codes) {
    assertTrue(page("/page/dyad/" + codes + "?kind=Visit&from=2018").headers().firstValue("Location").orElse("")
        .endsWith("page/dyad/PAK-RUS?kind=Visit&from=2018"));
    assertEquals(200, page("/page/dyad/PAK-RUS").statusCode());
    assertEquals(200, page("/page/dyad/rus-pak").statusCode());
  }

  @Test
  void mayHaveAHyphenInTheirName() {
    assertTrue(page("/page/dyad/Mali-Guinea-Bissau").headers().firstValue("Location").orElse("")
        .endsWith("page/dyad/GNB-MLI"));
  }

  @Test
  void areSuggestedWhereNoneIsCalledSo() {
    HttpResponse<String> reply = page("/page/dyad?a=Pakistann&b=Russia");
    assertAll(() -> assertEquals(404, reply.statusCode()),
        () -> assertTrue(reply.body().contains("href=\"../page/dyad/PAK-RUS\">Pakistan and Russia<"), reply.body()),
        () -> assertTrue(reply.body().contains("value=\"Pakistann Russia\""), reply.body()),
        () -> assertEquals(404, page("/page/dyad/XX-RU").statusCode()),
        () -> assertEquals(404, page("/page/dyad?a=Pakistan").statusCode()));
  }

  @Test
  void mayStandInAQuestion() {
    String sparql = page("/queries/dyad-timeline?a=Pakistan&b=365").body();
    assertTrue(sparql.contains("value=\"PAK\"") && sparql.contains("value=\"RUS\""), sparql);
    assertEquals(200, ask.get("/queries/dyad-timeline.csv?a=PK&b=Q159").statusCode());
    HttpResponse<String> unknown = page("/queries/dyad-timeline?a=Pakistann&b=Russia");
    assertEquals(404, unknown.statusCode());
    assertTrue(unknown.body().contains("queries/dyad-timeline?a=PAK&amp;b=Russia\">Pakistan<")
        || unknown.body().contains("queries/dyad-timeline?a=PAK&amp;b=RUS\">Pakistan<"), unknown.body());
    HttpResponse<String> forPrograms = ask.get("/queries/dyad-timeline.csv?a=Atlantis&b=Russia");
    assertEquals(404, forPrograms.statusCode());
    assertTrue(JSON.parse(forPrograms.body()).getString("detail").contains("No state here is called \"Atlantis\""));
  }

  @Test
  void mayStandInAnExportAndInAReference() {
    assertAll(
        () -> assertEquals(200, ask.get("/export/events.csv?pair=PK-RU&kind=Visit").statusCode()),
        () -> assertEquals(200, ask.get("/export/network.graphml?state=Pakistan,365").statusCode()),
        () -> assertEquals(404, ask.get("/export/events.csv?pair=PAK-XXX").statusCode()),
        () -> assertEquals(404, ask.get("/export/events.csv?state=Atlantis").statusCode()));
    String reference = ask.get("/cite/dyad/RUS-PAK.bib?kind=Visit&from=2018").body();
    assertTrue(reference.contains("Russia and Pakistan (Visit, from 2018)")
        && reference.contains(BASE + "page/dyad/PAK-RUS?kind=Visit&from=2018"), reference);
  }

  @Test
  void leaveASearchBoxWithTheWordsOfAnAddressThatLeadsNowhere() {
    String body = page("/page/visit/pakistan-russia-naval-4146343e9035").body();
    assertTrue(body.contains("action=\"../../search\"") && body.contains("value=\"pakistan russia naval\""), body);
    assertTrue(page("/nowhere/port_calls.html").body().contains("value=\"port calls\""));
  }
}
