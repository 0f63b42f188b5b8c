package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.publish.data.StoredDataset;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was removed from a store is answered for. */
class WithdrawnTest {

  private static final String BASE = "https://data.example.org/";
  private static final String NAME = "2020-05-04-port-call-0a1b2c3d";
  private static final String ARTICLE = BASE + "graph/article/" + NAME;
  private static final String VISIT = "visit/graustark-visits-ruritania-0123456789ab";
  private final DatasetGraph twoStates = PublishingTest.twoStates();
  private GraphStore store;
  private EntenteServer server;
  private Asking ask;

  @BeforeEach
  void publishAndRemoveAnArticle() {
    store = GraphStore.inMemory(BASE);
    twoStates.executeRead(() -> twoStates.listGraphNodes().forEachRemaining(this::load));
    store.remove(ARTICLE, GraphStore.reason("Its publisher withdrew it", "Ada Example"));
    server = EntenteServer.start(new StoredDataset(store), ServerOptions.onPort(0).onLoopback());
    ask = new Asking(server);
  }

  private void load(Node name) {
    if (!name.getURI().endsWith("/catalog")) {
      var graph = GraphFactory.createGraphMem();
      twoStates.getGraph(name).find().forEachRemaining(graph::add);
      store.replace(StoredGraph.withoutText(name.getURI(), graph, "test"));
    }
  }

  @AfterEach
  void stop() {
    ask.close();
    server.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/" + VISIT, "/page/" + VISIT, "/data/" + VISIT + ".ttl", "/id/article/" + NAME,
    "/data/article/" + NAME, "/graph/article/" + NAME, "/graph/article/" + NAME + ".nq"})
  void isGoneWithADateAReasonAndWhoDecidedIt(String path) {
    HttpResponse<String> data = ask.get(path, "Accept", "application/json");
    HttpResponse<String> page = ask.get(path, "Accept", "text/html");
    HttpResponse<String> turtle = ask.get(path, "Accept", "text/turtle");
    assertAll(
        () -> assertEquals(410, data.statusCode(), data.body()),
        () -> assertEquals(410, turtle.statusCode(), turtle.body()),
        () -> assertTrue(turtle.body().contains("withdrew it. Taken out by Ada Example.\"@en"), turtle.body()),
        () -> assertTrue(turtle.body().contains("prov:invalidatedAtTime"), turtle.body()),
        () -> assertEquals("Its publisher withdrew it. Taken out by Ada Example.",
            JSON.parse(data.body()).getString("reason")),
        () -> assertTrue(JSON.parse(data.body()).getString("withdrawn").matches("\\d{4}-\\d\\d-\\d\\dT.*Z")),
        () -> assertEquals(410, page.statusCode()),
        () -> assertTrue(page.body().contains("Its publisher withdrew it. Taken out by Ada Example.")));
  }

  @Test
  void isNoLongerInTheAnswersAndOthersStay() {
    assertAll(() -> assertEquals(303, ask.get("/id/state/ruritania").statusCode()),
        () -> assertEquals(404, ask.get("/id/state/nowhere").statusCode()),
        () -> assertEquals(1, ask.get("/export/events.csv?status=all").body().lines().count()),
        () -> assertTrue(!ask.get("/sitemap.xml").body().contains(VISIT)));
  }

  @Test
  void isThereAgainWhenItIsLoadedAgain() {
    twoStates.executeRead(() -> twoStates.listGraphNodes().forEachRemaining(this::load));
    assertEquals(200, ask.get("/data/" + VISIT + ".ttl").statusCode());
    assertEquals(200, ask.get("/graph/article/" + NAME + ".nq").statusCode());
    assertEquals("n\r\n0\r\n", ask.get("/sparql?query=" + Asking.encoded("PREFIX prov: <http://www.w3.org/ns/prov#> "
        + "SELECT (COUNT(*) AS ?n) { ?s prov:invalidatedAtTime ?t }"), "Accept", "text/csv").body());
  }

  @Test
  void includesWhatANewerReadingNoLongerSays() {
    twoStates.executeRead(() -> twoStates.listGraphNodes().forEachRemaining(this::load));
    var rest = GraphFactory.createGraphMem();
    store.graph(ARTICLE).find().filterDrop(triple -> triple.getSubject().getURI().contains(VISIT))
        .forEachRemaining(rest::add);
    store.replace(StoredGraph.withoutText(ARTICLE, rest, "test"));
    HttpResponse<String> reply = ask.get("/id/" + VISIT);
    assertEquals(410, reply.statusCode());
    assertTrue(reply.body().contains("newer reading"), reply.body());
    assertEquals(200, ask.get("/data/article/" + NAME + ".ttl").statusCode());
  }
}
