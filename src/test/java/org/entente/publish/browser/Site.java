package org.entente.publish.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.cli.BundledGallery;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.entente.query.QueryCatalogue;
import org.entente.query.TwoArticles;

/** The site that is tested: the two articles of the tests, published as {@code entente serve} does it. */
final class Site implements AutoCloseable {

  /**
   * Every kind of page that there is. A star at the end stands for the first thing of that name, since the names of
   * what articles tell end with a digest.
   */
  private static final List<String> PAGES = List.of(
      "/",
      "/?field=naval&status=done",
      "/page/state/oman",
      "/page/state/mozambique",
      "/page/state/tuvalu",
      "/page/dyad/KEN-OMN",
      "/page/dyad/KEN-OMN?kind=Visit&status=done&from=2020",
      "/page/dyad/IND-MOZ",
      "/page/dyad/KEN-TUV",
      "/page/agreement/kenya-oman-naval-*",
      "/page/visit/kenya-oman-military-*",
      "/page/article/2024-06-14-a-busy-week-*",
      "/page/proposal/joint-body-kenya-oman-*",
      "/page/person/haitham-bin-tarik-al-said",
      "/page/post/sultan-of-oman",
      "/page/institution/african-development-bank",
      "/page/place/mombasa",
      "/search",
      "/search?q=oman",
      "/search?q=zzzz",
      "/queries",
      "/export/",
      "/quality",
      "/queries/visits",
      "/queries/dyad-timeline?a=KEN&b=OMN",
      "/sparql",
      "/sparql?query=ASK%20%7B%7D",
      "/ontology",
      "/ontology/Visit",
      "/field",
      "/field/naval",
      "/status",
      "/status/completed",
      "/stage",
      "/instrument",
      "/kind",
      "/dump/",
      "/graph/");

  /** Pages that say why there is no other; the browser itself complains about such replies. */
  private static final List<String> NOTICES = List.of(
      "/nowhere",
      "/page/state/omann",
      "/page/dyad/KEN-ZZZ",
      "/page/dyad?a=Kenia&b=Ooman",
      "/page/dyad/KEN-OMN?from=20x8",
      "/void",
      "/queries/nonsense");

  private final EntenteServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Site(EntenteServer server) {
    this.server = server;
  }

  static Site open() {
    ServerOptions options =
        ServerOptions.onPort(0).onLoopback().withGallery(new BundledGallery(QueryCatalogue.bundled()));
    return new Site(EntenteServer.start(new StoredDataset(TwoArticles.STORE), options));
  }

  /** The paths of all pages. */
  static Stream<String> pages() {
    return PAGES.stream().map(Site::named);
  }

  /** The paths of all pages, those included that only say that something went wrong. */
  static Stream<String> pagesAndNotices() {
    return Stream.concat(pages(), NOTICES.stream());
  }

  private static String named(String path) {
    if (!path.endsWith("*")) {
      return path;
    }
    String base = TwoArticles.STORE.base();
    String start = base + "id" + path.substring("/page".length(), path.length() - 1);
    return TwoArticles.STORE.read(data -> subjects(data).filter(iri -> iri.startsWith(start) && !iri.contains("#"))
        .min(String::compareTo)
        .map(iri -> "/page" + iri.substring((base + "id").length()))
        .orElseThrow(() -> new AssertionError("nothing in the test data is called " + start + "...")));
  }

  private static Stream<String> subjects(DatasetGraph data) {
    return data.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY).map(Quad::getSubject).filter(Node::isURI)
        .map(Node::getURI);
  }

  /** Scheme, host and port, without a slash at the end. */
  String origin() {
    return "http://localhost:" + server.port();
  }

  String address(String path) {
    return origin() + path;
  }

  /** What a browser is sent for a path, whatever the status. */
  HttpResponse<String> ask(String path) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address(path))).header("Accept", "text/html").build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + path, e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while asking for " + path, e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
