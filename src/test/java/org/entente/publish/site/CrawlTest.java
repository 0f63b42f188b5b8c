package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.sparql.Rdf;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.Test;

class CrawlTest {

  private static final String BASE = "https://data.example.org/";
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final Pattern HEADER_LINK = Pattern.compile("<([^>]*)>; rel=\"(?:alternate|describedby|next)\"");

  private static GraphStore store() {
    GraphStore store = GraphStore.inMemory(BASE);
    DatasetGraph graphs = PublishingTest.twoStates();
    for (String name : List.of("gazetteer", "article/2020-05-04-port-call-0a1b2c3d", "ontology")) {
      Graph graph =
          graphs.calculateRead(() -> Rdf.graph(graphs.getGraph(Nodes.iri(BASE + "graph/" + name)).find().toList()));
      store.replace(StoredGraph.withoutText(BASE + "graph/" + name, graph, "test"));
    }
    return store;
  }

  /** Links of a page and of its head, within the site, as paths. */
  private static List<String> links(String path, HttpResponse<String> reply) {
    List<String> found = new ArrayList<>();
    Matcher inBody = LINK.matcher(reply.body());
    while (inBody.find()) {
      found.add(inBody.group(1).replace("&amp;", "&").replace("&#39;", "'"));
    }
    Matcher inHead = HEADER_LINK.matcher(String.join(", ", reply.headers().allValues("Link")));
    while (inHead.find()) {
      found.add(inHead.group(1));
    }
    URI here = URI.create("http://site.test" + path);
    return found.stream().map(here::resolve).filter(link -> "site.test".equals(link.getHost()))
        .map(link -> link.getRawPath() + Optional.ofNullable(link.getRawQuery()).map(query -> "?" + query).orElse(""))
        .toList();
  }

  private static void requireReadable(String path, HttpResponse<String> reply) {
    String type = reply.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    Lang lang = RDFLanguages.contentTypeToLang(type);
    if (lang != null && (RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang))) {
      assertTrue(Asking.parsed(reply.body(), lang).stream().findAny().isPresent(), path);
    }
  }

  @Test
  void findsNoDeadLinkAndNoDataThatCannotBeRead() {
    Set<String> seen = crawl(ServerOptions.onPort(0).onLoopback());
    assertTrue(seen.contains("/page/dyad/GRA-RUR"), seen.toString());
    assertTrue(seen.contains("/assets/page.css"), seen.toString());
  }

  private static Set<String> crawl(ServerOptions options) {
    try (GraphStore store = store();
        EntenteServer server = EntenteServer.start(new StoredDataset(store), options);
        Asking asking = new Asking(server)) {
      Deque<String> todo = new ArrayDeque<>(List.of("/"));
      Matcher mapped = Pattern.compile("<loc>" + BASE + "([^<]*)</loc>").matcher(asking.get("/sitemap.xml").body());
      while (mapped.find()) {
        todo.add("/" + mapped.group(1).replace("&amp;", "&"));
      }
      Set<String> seen = new HashSet<>(todo);
      while (!todo.isEmpty()) {
        String path = todo.poll();
        HttpResponse<String> reply = asking.get(path, "Accept", "text/html,*/*;q=0.1");
        assertEquals(200, reply.statusCode(), path + " " + reply.body());
        requireReadable(path, reply);
        if (reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
          links(path, reply).stream().filter(link -> !link.startsWith("/dump/entente") && !link.startsWith("/dump/SHA"))
              .filter(seen::add).forEach(todo::add);
        }
      }
      assertTrue(seen.contains("/page/state/graustark"), seen.toString());
      assertTrue(seen.contains("/data/state/graustark.rdf"), seen.toString());
      assertTrue(seen.size() > 60, seen.toString());
      return seen;
    }
  }
}
