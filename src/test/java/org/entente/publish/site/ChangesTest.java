package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.publish.data.StoredDataset;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What was added, changed and withdrawn can be followed. */
class ChangesTest {

  private static final String BASE = "https://data.example.org/";
  private static final String TREE = "https://w3id.org/tree#";
  private static final String AS = "https://www.w3.org/ns/activitystreams#";

  private GraphStore store;
  private EntenteServer server;
  private Asking ask;

  @BeforeEach
  void publishThreeArticlesAndTakeOneOut() {
    store = GraphStore.inMemory(BASE);
    put("kept", "A Deal & a Visit", "visit/one");
    put("gone", "A Hoax", "visit/two");
    store.remove(BASE + "graph/article/gone", "It was a hoax.");
    server = EntenteServer.start(new StoredDataset(store), ServerOptions.onPort(0).onLoopback());
    ask = new Asking(server);
  }

  private void put(String name, String title, String undertaking) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString("""
        PREFIX ent: <https://w3id.org/entente/ontology#>
        PREFIX dct: <http://purl.org/dc/terms/>
        <id/article/%1$s> a ent:Article ; dct:title "%2$s" ; ent:states <id/%3$s> .
        <id/%3$s> a ent:Visit , ent:Undertaking .
        """.formatted(name, title, undertaking), Lang.TURTLE).base(BASE).parse(graph);
    store.replace(StoredGraph.withoutText(BASE + "graph/article/" + name, graph, title));
  }

  @AfterEach
  void stop() {
    ask.close();
    server.close();
    store.close();
  }

  @Test
  void givesAnAtomFeedToWhoAsksForNothingElse() throws Exception {
    HttpResponse<String> reply = ask.get("/changes");
    assertEquals("application/atom+xml; charset=utf-8", reply.headers().firstValue("Content-Type").orElse(""));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    Document feed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(reply.body())));
    String text = feed.getDocumentElement().getTextContent();
    assertAll(text,
        () -> assertEquals("http://www.w3.org/2005/Atom", feed.getDocumentElement().getNamespaceURI()),
        () -> assertEquals(3, feed.getElementsByTagNameNS("*", "entry").getLength()),
        () -> assertTrue(text.contains("Added: A Deal & a Visit") && text.contains("1 undertaking")),
        () -> assertTrue(text.contains("Withdrawn: visit/two") && text.contains("It was a hoax.")),
        () -> assertTrue(reply.body().contains("href=\"" + BASE + "page/article/kept\"")));
  }

  @Test
  void givesAnEventStreamWhosePagesHaveEveryEventOnce() {
    Graph root = Asking.parsed(ask.get("/changes.ttl").body(), Lang.TURTLE).getDefaultGraph();
    Node stream = NodeFactory.createURI(BASE + "changes#stream");
    assertTrue(root.contains(stream, NodeFactory.createURI("https://w3id.org/ldes#timestampPath"),
        NodeFactory.createURI(AS + "published")));
    Graph events = GraphFactory.createDefaultGraph();
    root.find(Node.ANY, NodeFactory.createURI(TREE + "node"), Node.ANY).mapWith(triple -> triple.getObject().getURI())
        .toSet().forEach(page -> {
          HttpResponse<String> reply = ask.get("/" + page.substring(BASE.length()), "Accept", "text/turtle");
          assertEquals(200, reply.statusCode(), page);
          Asking.parsed(reply.body(), Lang.TURTLE).getDefaultGraph().find().forEachRemaining(events::add);
        });
    Node withdrawn = NodeFactory.createURI(BASE + "id/visit/two");
    Node event = events.find(Node.ANY, NodeFactory.createURI(AS + "object"), withdrawn).next().getSubject();
    assertAll(
        () -> assertEquals(3, events.find(stream, NodeFactory.createURI(TREE + "member"), Node.ANY).toList().size()),
        () -> assertTrue(events.contains(event, Node.ANY, NodeFactory.createURI(AS + "Delete"))));
  }

  @Test
  void tellsOfAnArticleThatIsReadAnewOnlyWhereItChanged() {
    String before = ask.get("/changes.atom").body();
    put("kept", "A Deal & a Visit", "visit/one");
    assertEquals(before, ask.get("/changes.atom").body());
    assertTrue(store.entries().stream().allMatch(entry -> entry.created().equals(entry.modified())));
    put("kept", "A Deal & Two Visits", "visit/one");
    assertFalse(store.entries().getFirst().created().isAfter(store.entries().getFirst().modified()));
    assertTrue(ask.get("/changes.atom").body().contains("A Deal &amp; Two Visits"));
  }

  @Test
  void showsPeopleAPage() {
    HttpResponse<String> reply = ask.get("/changes", "Accept", "text/html");
    assertTrue(reply.body().contains("withdrawn <a href=\"./page/article/gone\""), reply.body());
    assertTrue(reply.body().contains("application/atom+xml"), reply.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/changes/2001-01-01", "/changes/2001-02-31", "/changes.docx", "/changes/yesterday"})
  void hasNothingElse(String path) {
    assertEquals(404, ask.get(path).statusCode());
  }
}
