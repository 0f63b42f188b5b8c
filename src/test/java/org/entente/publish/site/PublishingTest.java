package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.data.Namespaces;
import org.entente.publish.data.Nodes;
import org.entente.publish.page.Gallery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class PublishingTest {

  private static final String BASE = "https://data.example.org/";
  private static final String VISIT = "visit/graustark-visits-ruritania-0123456789ab";
  private static final String ARTICLE = "article/2020-05-04-port-call-0a1b2c3d";
  private static EntenteServer server;
  private static Asking ask;

  @BeforeAll
  static void publishTwoStates() {
    server = EntenteServer.start(new MemoryDataset(twoStates(), BASE), ServerOptions.onPort(0).onLoopback());
    ask = new Asking(server);
  }

  @Test
  void tellsHowWellArticlesAreReadAndWhatAConfidenceIsWorth() {
    String page = ask.get("/quality", "Accept", "text/html").body();
    assertAll(
        () -> assertTrue(page.contains("States and kind: F1"), page),
        () -> assertTrue(page.contains("What a confidence is worth"), page),
        () -> assertTrue(page.contains("class=\"reliability\""), page));
    assertTrue(ask.get("/", "Accept", "text/html").body().contains("quality\">How well articles are read"));
  }

  public static DatasetGraph twoStates() {
    DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
    RDFDataMgr.read(graphs, "src/test/resources/server/two-states.trig");
    return graphs;
  }

  @AfterAll
  static void stop() {
    ask.close();
    server.close();
  }

  private static String header(HttpResponse<?> reply, String name) {
    return String.join(", ", reply.headers().allValues(name));
  }

  private static Node iri(String name) {
    return Nodes.iri(name.startsWith("http") ? name : BASE + name);
  }

  /** Whether the triple stands in any graph. */
  private static boolean says(DatasetGraph graphs, String subject, String property, String object) {
    return graphs.stream().anyMatch(quad -> quad.getSubject().equals(iri(subject))
        && quad.getPredicate().equals(iri(property)) && quad.getObject().equals(iri(object)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "/                                | text/html             | 200",
    "/                                | text/turtle           | 200",
    "/                                | image/png             | 406",
    "/sparql                          | text/html             | 200",
    "/sparql                          | text/turtle           | 200",
    "/id/state/ruritania              | text/html             | 303",
    "/id/state/ruritania              | text/turtle           | 303",
    "/id/state/ruritania              | image/png             | 406",
    "/id/state/nowhere                | text/turtle           | 404",
    "/id/                             | text/html             | 404",
    "/page/state/ruritania            | text/html             | 200",
    "/page/state/ruritania            | application/ld+json   | 303",
    "/page/state/ruritania            | image/png             | 406",
    "/page/state/nowhere              | text/html             | 404",
    "/data/state/ruritania            | text/turtle           | 200",
    "/data/state/ruritania            | text/html             | 303",
    "/data/state/ruritania            | image/png             | 406",
    "/data/state/ruritania.ttl        | image/png             | 200",
    "/data/state/ruritania.ttl?page=0 | text/turtle           | 400",
    "/data/state/ruritania.ttl?page=2 | text/turtle           | 404",
    "/data/state/nowhere.ttl          | text/turtle           | 404",
    "/data/state/ruritania.docx       | text/turtle           | 404",
    "/graph/gazetteer                 | text/html             | 200",
    "/graph/gazetteer                 | application/trig      | 200",
    "/graph/gazetteer.nq              | */*                   | 200",
    "/graph/                          | text/html             | 200",
    "/graph/nothing                   | text/turtle           | 404",
    "/ontology                        | text/html             | 200",
    "/ontology                        | text/turtle           | 200",
    "/ontology.rdf                    | */*                   | 200",
    "/ontology/Visit                  | text/turtle           | 200",
    "/field                           | text/turtle           | 200",
    "/field/defence                   | text/html             | 200",
    "/field/defence                   | application/n-triples | 200",
    "/field/defence.jsonld            | */*                   | 200",
    "/field/knitting                  | text/turtle           | 404",
    "/status/completed                | text/html             | 200",
    "/void                            | */*                   | 200",
    "/void.jsonld                     | */*                   | 200",
    "/.well-known/void                | */*                   | 303",
    "/search?q=ruri                   | application/json      | 200",
    "/search?q=ruri                   | text/html             | 200",
    "/search                          | text/html             | 200",
    "/search?q=a&limit=many           | application/json      | 400",
    "/sitemap.xml                     | */*                   | 200",
    "/sitemap-7.xml                   | */*                   | 404",
    "/robots.txt                      | */*                   | 200",
    "/healthz                         | */*                   | 200",
    "/metrics                         | */*                   | 200",
    "/assets/nothing.css              | */*                   | 404",
    "/favicon.ico                     | image/*              | 204",
    "/dump                            | text/html             | 308",
    "/nothing/here                    | text/html             | 404",
    "/id/state//ruritania             | text/html             | 400",
    "/id/state/%2e%2e/x               | text/html             | 400",
    "/id/state/a%00b                  | text/html             | 400",
    "/id/state/a%20b                  | text/html             | 404",
    "/id/state/t%C3%BCrkiye           | text/turtle           | 404",
    "/id/state/a:b'(c)                | text/turtle           | 404",
    "/id/state/%3Cscript%3E           | text/html             | 404",
  })
  void answersEveryPathAsItShould(String path, String accept, int status) {
    HttpResponse<String> reply = ask.get(path, "Accept", accept);
    assertEquals(status, reply.statusCode(), () -> path + " " + reply.body());
    assertEquals("*", header(reply, "Access-Control-Allow-Origin"));
    assertFalse(reply.body().contains("Exception"));
    HttpResponse<String> head = ask.head(path, "Accept", accept);
    assertEquals(status, head.statusCode());
    assertEquals("", head.body());
    assertEquals(header(reply, "ETag"), header(head, "ETag"));
    assertEquals(header(reply, "Content-Type"), header(head, "Content-Type"));
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, page/state/ruritania",
    "text/turtle, data/state/ruritania.ttl",
    "application/n-triples, data/state/ruritania.nt",
    "application/ld+json, data/state/ruritania.jsonld",
    "application/rdf+xml, data/state/ruritania.rdf",
    "application/trig, data/state/ruritania.trig",
    "application/n-quads, data/state/ruritania.nq",
    "'text/html;q=0.4, text/turtle;q=0.8, */*;q=0.1', data/state/ruritania.ttl",
    "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', page/state/ruritania",
    "'text/*;q=0.3, application/*;q=0.9', data/state/ruritania.jsonld",
    "'application/rdf+xml;q=0, */*', page/state/ruritania",
  })
  void sendsAThingOnToWhatTheClientLikesBest(String accept, String target) {
    HttpResponse<String> reply = ask.get("/id/state/ruritania", "Accept", accept);
    assertEquals(303, reply.statusCode());
    assertEquals("../../" + target, header(reply, "Location"));
    assertTrue(header(reply, "Vary").contains("Accept"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "nt", "rdf", "jsonld", "trig", "nq"})
  void saysTheSameInEveryForm(String suffix) {
    HttpResponse<String> reply = ask.get("/data/" + VISIT + "." + suffix);
    Lang lang = RDFLanguages.filenameToLang("x." + suffix);
    DatasetGraph said = Asking.parsed(reply.body(), lang);
    DatasetGraph asTurtle = Asking.parsed(ask.get("/data/" + VISIT + ".ttl").body(), Lang.TURTLE);
    assertEquals(lang.getContentType().getContentTypeStr(), header(reply, "Content-Type").replaceFirst(";.*", ""));
    assertEquals(
        new TreeSet<>(asTurtle.stream().map(quad -> quad.asTriple().toString()).toList()),
        new TreeSet<>(said.stream().map(quad -> quad.asTriple().toString()).toList()));
  }

  @Test
  void describesAnUndertakingWithItsEvidenceItsInverseLinksAndItsNeighboursNames() {
    DatasetGraph said = Asking.parsed(ask.get("/data/" + VISIT + ".ttl").body(), Lang.TURTLE);
    String ent = Namespaces.ENT;
    assertAll(
        () -> assertTrue(says(said, "id/" + VISIT, ent + "visitor", "id/state/graustark")),
        () -> assertTrue(says(said, "id/" + ARTICLE, ent + "states", "id/" + VISIT)),
        () -> assertTrue(says(said, "id/" + ARTICLE + "#char=40,93", "http://purl.org/dc/terms/isPartOf",
            "id/" + ARTICLE)),
        () -> assertTrue(said.stream().anyMatch(quad -> quad.getSubject().equals(iri("id/state/graustark"))
            && quad.getObject().isLiteral() && quad.getObject().getLiteralLexicalForm().equals("Graustark"))));
  }

  @Test
  void putsTheThingItselfFirstAndOnlyPrefixesThatAreUsed() {
    String turtle = ask.get("/data/" + VISIT + ".ttl").body();
    String firstSubject = turtle.lines().filter(line -> line.startsWith("<")).findFirst().orElseThrow();
    assertTrue(firstSubject.startsWith("<" + BASE + "id/" + VISIT + ">"), turtle);
    assertFalse(turtle.contains("wgs84:"));
    assertEquals(turtle, ask.get("/data/" + VISIT + ".ttl").body());
  }

  @Test
  void keepsTheNamesOfGraphsWhereTheFormHasThem() {
    DatasetGraph said = Asking.parsed(ask.get("/data/state/ruritania.nq").body(), Lang.NQUADS);
    assertTrue(said.containsGraph(iri("graph/gazetteer")));
    assertTrue(said.containsGraph(iri("graph/" + ARTICLE)));
  }

  @Test
  void tellsWithTheDataWhatBelongsToIt() {
    HttpResponse<String> data = ask.get("/data/state/ruritania", "Accept", "text/turtle");
    HttpResponse<String> page = ask.get("/page/state/ruritania", "Accept", "text/html");
    assertAll(
        () -> assertEquals("../../data/state/ruritania.ttl", header(data, "Content-Location")),
        () -> assertTrue(header(data, "Link").contains("<" + BASE + "id/state/ruritania>; rel=\"cite-as\"")),
        () -> assertTrue(header(data, "Link").contains("rel=\"license\"")),
        () -> assertTrue(header(data, "Link").contains("rel=\"canonical\"")),
        () -> assertTrue(header(data, "Link").contains(
            "<../../data/state/ruritania.jsonld>; rel=\"alternate\"; type=\"application/ld+json\"")),
        () -> assertTrue(header(data, "Vary").contains("Accept")),
        () -> assertTrue(header(data, "Last-Modified").endsWith("GMT")),
        () -> assertTrue(header(page, "Link").contains("rel=\"describedby\"")),
        () -> assertTrue(header(page, "Link").contains("<" + BASE + "id/state/ruritania>; rel=\"cite-as\"")));
  }

  @Test
  void sendsNothingTwice() {
    HttpResponse<String> first = ask.get("/data/state/ruritania.ttl");
    String etag = header(first, "ETag");
    assertTrue(etag.startsWith("\"") && etag.endsWith("\""), etag);
    HttpResponse<String> again = ask.get("/data/state/ruritania.ttl", "If-None-Match", etag);
    HttpResponse<String> since =
        ask.get("/data/state/ruritania.ttl", "If-Modified-Since", header(first, "Last-Modified"));
    HttpResponse<String> page = ask.get("/page/state/ruritania", "Accept", "text/html");
    HttpResponse<String> pageAgain =
        ask.get("/page/state/ruritania", "Accept", "text/html", "If-None-Match", header(page, "ETag"));
    assertAll(
        () -> assertEquals(304, again.statusCode()),
        () -> assertEquals(etag, header(again, "ETag")),
        () -> assertEquals(304, since.statusCode()),
        () -> assertEquals(304, pageAgain.statusCode()),
        () -> assertEquals(200, ask.get("/data/state/ruritania.ttl", "If-None-Match", "\"old\"").statusCode()),
        () -> assertNotEquals(etag, header(ask.get("/data/state/ruritania.nt"), "ETag")));
  }

  @Test
  void linksPagesWithinTheHostInUseAndDataByTheirOwnNames() {
    String page = ask.get("/page/" + VISIT, "Accept", "text/html").body();
    assertTrue(page.contains("href=\"../../page/state/graustark\""), page);
    assertTrue(page.contains("href=\"../../ontology#visitor\""), page);
    assertFalse(page.contains("href=\"" + BASE));
    assertTrue(ask.get("/data/" + VISIT + ".nt").body().contains("<" + BASE + "id/state/graustark>"));
  }

  @Test
  void escapesWhatTheDataSays() {
    String page = ask.get("/page/" + ARTICLE, "Accept", "text/html").body();
    assertTrue(page.contains("Port call and &lt;promises&gt;"));
    String notFound = ask.get("/page/state/%3Cscript%3E", "Accept", "text/html").body();
    assertFalse(notFound.contains("<script>"));
  }

  @ParameterizedTest
  @CsvSource({
    "s%C3%A3o-paulo, São Paulo, s%C3%A3o-paulo",
    "a%20b+c, a b+c, a%20b%2Bc",
    "a%20b%2Bc, a b+c, a%20b%2Bc",
  })
  void findsThingsWhoseNamesHaveOddSigns(String asked, String label, String encoded) {
    HttpResponse<String> thing = ask.get("/id/place/" + asked, "Accept", "text/turtle");
    assertEquals("../../data/place/" + encoded + ".ttl", header(thing, "Location"));
    HttpResponse<String> data = ask.get("/data/place/" + encoded + ".ttl");
    assertTrue(data.body().contains("\"" + label + "\""), data.body());
    assertTrue(header(data, "Link").chars().allMatch(c -> c < 0x80));
    assertTrue(ask.get("/page/place/" + asked, "Accept", "text/html").body().contains(label));
  }

  @Test
  void suggestsNearNamesForAThingThatIsNotHere() {
    HttpResponse<String> page = ask.get("/page/state/ruritanya", "Accept", "text/html");
    HttpResponse<String> details = ask.get("/id/state/ruritanya", "Accept", "application/ld+json, application/json");
    assertTrue(page.body().contains("href=\"../../page/state/ruritania\""), page.body());
    assertTrue(details.body().contains("\"page/state/ruritania\""), details.body());
    assertEquals("application/problem+json", header(details, "Content-Type"));
  }

  @Test
  void describesTheDatasetWithLiveCounts() {
    DatasetGraph said = Asking.parsed(ask.get("/", "Accept", "text/turtle").body(), Lang.TURTLE);
    String isA = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    String voidNs = "http://rdfs.org/ns/void#";
    long triples = said.stream().filter(quad -> quad.getSubject().equals(iri("#dataset"))
        && quad.getPredicate().equals(iri(voidNs + "triples"))).map(quad -> quad.getObject())
        .map(node -> Long.parseLong(node.getLiteralLexicalForm())).findFirst().orElseThrow();
    String counted = ask.get("/sparql?format=csv&query=" + Asking.encoded("""
        SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o {
          GRAPH ?g { ?s ?p ?o } FILTER(?g != <%sgraph/catalog>) } }""".formatted(BASE)))
        .body();
    assertAll(
        () -> assertEquals("n\r\n" + triples + "\r\n", counted),
        () -> assertTrue(says(said, "#dataset", isA, "http://www.w3.org/ns/dcat#Dataset")),
        () -> assertTrue(says(said, "#dataset", isA, voidNs + "Dataset")),
        () -> assertTrue(says(said, "#dataset", isA, "https://schema.org/Dataset")),
        () -> assertTrue(says(said, "#dataset", "http://purl.org/dc/terms/license",
            "https://creativecommons.org/licenses/by/4.0/")),
        () -> assertTrue(says(said, "#dataset", voidNs + "sparqlEndpoint", "sparql")),
        () -> assertTrue(says(said, "#dataset", voidNs + "exampleResource", "id/state/graustark")),
        () -> assertTrue(says(said, "#class-ent-Visit", voidNs + "class", Namespaces.ENT + "Visit")),
        () -> assertTrue(says(said, "#links-owl-sameAs-www.wikidata.org", isA, voidNs + "Linkset")),
        () -> assertTrue(said.stream().noneMatch(quad -> quad.getSubject().isBlank() || quad.getObject().isBlank())));
  }

  @Test
  void findsThingsByNameByOtherNamesAndByPassages() {
    String byName = ask.get("/search?q=" + Asking.encoded("RURITÁNI"), "Accept", "application/json").body();
    String byPassage = ask.get("/search?q=frigate", "Accept", "application/json").body();
    String byNothing = ask.get("/search?q=zeppelin", "Accept", "application/json").body();
    assertTrue(byName.contains("\"page/state/ruritania\""), byName);
    assertTrue(byPassage.contains("#char=40,93"), byPassage);
    assertFalse(byNothing.contains("iri"), byNothing);
  }

  @Test
  void saysWhereToAskWhereDataAreNotDumped() {
    assertTrue(ask.get("/dump/", "Accept", "text/html").body().contains("No files are made of this dataset"));
    assertEquals(404, ask.get("/dump/entente.nt.gz").statusCode());
  }

  @Test
  void leadsCrawlersToEveryThingWithItsDate() {
    String map = ask.get("/sitemap.xml").body();
    Matcher place = Pattern.compile("<loc>([^<]*)</loc><lastmod>([^<]*)</lastmod>").matcher(map);
    int places = 0;
    while (place.find()) {
      places++;
      String path = place.group(1).substring(BASE.length() - 1);
      assertEquals(200, ask.get(path, "Accept", "text/html").statusCode(), path);
    }
    assertTrue(places > 8, map);
    assertTrue(map.contains(BASE + "page/" + VISIT + "</loc><lastmod>2020-05-05T10:00:00Z"), map);
  }

  @Test
  void countsWhatItDoesForOperators() {
    ask.get("/sparql?query=" + Asking.encoded("ASK {}"));
    String metrics = ask.get("/metrics").body();
    assertTrue(metrics.contains("entente_http_requests_total{method=\"GET\",status=\"200\"}"), metrics);
    assertTrue(metrics.contains("entente_queries_total{outcome=\"answered\"}"), metrics);
    assertTrue(metrics.contains("entente_info{data=\""), metrics);
    for (String name : List.of("entente_http_request_duration_seconds_bucket", "entente_query_duration_seconds_sum",
        "entente_kept_replies_total", "jvm_memory_used_bytes", "jvm_gc_", "jvm_threads_live_threads",
        "jetty_threads_busy", "jetty_connections_current", "process_files_open_files", "process_cpu_usage")) {
      assertTrue(metrics.contains("\n" + name), name + " in " + metrics);
    }
  }

  private static DatasetGraph embedded(String path) {
    Matcher data = Pattern.compile("<script type=\"application/ld\\+json\"[^>]*>(.*?)</script>", Pattern.DOTALL)
        .matcher(ask.get(path, "Accept", "text/html").body());
    assertTrue(data.find(), path);
    return Asking.parsed(data.group(1), Lang.JSONLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state/ruritania", VISIT, ARTICLE})
  void carriesInEachPageTheDataThatItIsAbout(String name) {
    Graph inPage = embedded("/page/" + name).getDefaultGraph();
    Graph asData = Asking.parsed(ask.get("/data/" + name + ".ttl").body(), Lang.TURTLE).getDefaultGraph();
    assertFalse(inPage.isEmpty());
    assertTrue(inPage.isIsomorphicWith(asData), name);
  }

  @Test
  void tellsSearchEnginesOnItsFrontPageWhatItsDescriptionSays() {
    Graph inPage = embedded("/").getDefaultGraph();
    Graph description = Asking.parsed(ask.get("/void.ttl").body(), Lang.TURTLE).getDefaultGraph();
    assertTrue(inPage.contains(iri("#dataset"), RDF.type.asNode(), iri("https://schema.org/Dataset")));
    assertTrue(inPage.contains(iri("#dataset"), iri("https://schema.org/license"), Node.ANY));
    inPage.find().forEachRemaining(triple -> assertTrue(description.contains(triple), triple.toString()));
  }

  @Test
  void countsTermsInTheDataOnTheirPages() {
    String state = ask.get("/ontology", "Accept", "text/html").body().replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
    assertTrue(state.contains("2 · query for state"), state);
    assertTrue(ask.get("/status/completed", "Accept", "text/html").body()
        .contains("Visit of Graustark to Ruritania"));
  }

  @Test
  void saysHowWellArticlesWereReadAndHowThatIsMeasured() {
    String dqv = "http://www.w3.org/ns/dqv#";
    Graph description = Asking.parsed(ask.get("/void.ttl").body(), Lang.TURTLE).getDefaultGraph();
    List<Triple> figures = description.find(iri("#dataset"), iri(dqv + "hasQualityMeasurement"), Node.ANY).toList();
    assertTrue(figures.size() >= 9, figures.toString());
    for (Triple figure : figures) {
      Node metric = description.find(figure.getObject(), iri(dqv + "isMeasurementOf"), Node.ANY).next().getObject();
      assertTrue(description.contains(metric, SKOS.definition.asNode(), Node.ANY), metric.toString());
      Node value = description.find(figure.getObject(), iri(dqv + "value"), Node.ANY).next().getObject();
      double number = Double.parseDouble(value.getLiteralLexicalForm());
      assertTrue(number > 0 && number <= 1, value.toString());
    }
  }

  @Test
  void givesVeryMuchInPagesAndSaysSo() {
    try (EntenteServer small = EntenteServer.start(new MemoryDataset(twoStates(), BASE),
        ServerOptions.onPort(0).onLoopback().withPageSize(5)); Asking asking = new Asking(small)) {
      HttpResponse<String> first = asking.get("/data/state/ruritania.nt");
      assertTrue(header(first, "Link").contains("<?page=2>; rel=\"next\""), header(first, "Link"));
      TreeSet<String> lines = new TreeSet<>();
      HttpResponse<String> last = first;
      for (int page = 1; page == 1 || header(last, "Link").contains("rel=\"next\""); page++) {
        last = asking.get("/data/state/ruritania.nt?page=" + page);
        last.body().lines().filter(line -> !line.contains("xhtml/vocab")).forEach(lines::add);
        assertTrue(last.body().contains("xhtml/vocab"));
      }
      assertTrue(header(last, "Link").contains("rel=\"prev\""));
      assertEquals(new TreeSet<>(ask.get("/data/state/ruritania.nt").body().lines().toList()), lines);
      assertEquals(404, asking.get("/data/state/ruritania.nt?page=1000").statusCode());
    }
  }

  @Test
  void tellsNothingOfItsInsideWhenItFails() {
    Gallery broken = new Gallery() {
      @Override
      public List<Question> questions() {
        throw new IllegalStateException("secret");
      }

      @Override
      public Query fill(Question question, Map<String, String> values) {
        throw new IllegalStateException("secret");
      }

      @Override
      public String write(Question question, Map<String, String> values) {
        throw new IllegalStateException("secret");
      }
    };
    try (EntenteServer failing = EntenteServer.start(new MemoryDataset(twoStates(), BASE),
        ServerOptions.onPort(0).onLoopback().withGallery(broken)); Asking asking = new Asking(failing)) {
      HttpResponse<String> page = asking.get("/queries", "Accept", "text/html");
      assertEquals(500, page.statusCode());
      assertFalse(page.body().contains("secret"));
      assertFalse(page.body().contains("org.entente"));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "GET /id/state/türkiye HTTP/1.1     | 4",
    "GET /search?q=türkiye HTTP/1.1     | 2",
    "GET /id/state/%ZZ HTTP/1.1         | 400",
    "GET /search?q=%ZZ HTTP/1.1         | 400",
    "GET /search?q=%C3 HTTP/1.1         | 400",
    "GET /id/../../etc/passwd HTTP/1.1  | 4",
    "GET /id/state/a\\b HTTP/1.1         | 4",
    "GET /id/state;x=1/b HTTP/1.1       | 400",
    "BREW /id/state/ruritania HTTP/1.1  | 405",
    "GET http://other.example/ HTTP/1.1 | 4",
    "nonsense                           | 400",
  })
  void answersOddRequestLinesInWords(String requestLine, String status) throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n"
          + "Accept: application/json\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(reply.startsWith("HTTP/1.1 " + status), reply);
      assertFalse(reply.contains("Exception") || reply.contains("jetty"), reply);
    }
  }

  @Test
  void saysThatAPortIsInUse() {
    ServerException problem = assertThrows(ServerException.class, () -> EntenteServer.start(
        new MemoryDataset(twoStates(), BASE), ServerOptions.onPort(server.port()).onLoopback()));
    assertTrue(problem.getMessage().contains("port " + server.port() + " is in use"));
    assertTrue(problem.advice().isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/id/state/ruritania", "/data/state/ruritania.ttl", "/graph/gazetteer", "/dump/",
    "/ontology", "/search"})
  void letsNobodyWriteAnywhere(String path) {
    for (String method : List.of("PUT", "POST", "DELETE", "PATCH", "TRACE")) {
      HttpResponse<String> reply = ask.method(method, path, "<urn:a> <urn:b> <urn:c> .",
          "Content-Type", "text/turtle");
      assertEquals(405, reply.statusCode(), method + " " + path);
      assertTrue(header(reply, "Allow").contains("GET"));
    }
  }
}
