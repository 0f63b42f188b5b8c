package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFDataMgr;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCommandTest {

  /** A site is a few thousand files: all tests but one look at the same. */
  @TempDir
  static Path folder;

  private static String store = "";
  private static Path site = Path.of("");

  @BeforeAll
  static void write() {
    store = TwoStates.storedIn(folder);
    site = written("site");
  }

  private static Path written(String name) {
    Path place = folder.resolve(name);
    Shell shell = Shell.run("site", "--store", store, "--output", place.toString());
    assertEquals(0, shell.code(), shell.err() + shell.out());
    assertTrue(shell.out().startsWith("written"), shell.out());
    return place;
  }

  @Test
  void writesASiteWhoseLinksAllLeadSomewhereBehindAServerOfFiles() throws IOException, InterruptedException {
    // Below a folder, as hosts of pages have it for projects.
    HttpServer server = SimpleFileServer.createFileServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        folder.toRealPath(), SimpleFileServer.OutputLevel.NONE);
    server.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI root = URI.create("http://localhost:" + server.getAddress().getPort() + "/site/");
      Set<URI> seen = new TreeSet<>(Set.of(root));
      Deque<URI> open = new ArrayDeque<>(seen);
      while (!open.isEmpty()) {
        URI address = open.poll();
        HttpResponse<String> reply =
            client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, reply.statusCode(), address.toString());
        if (address.getPath().endsWith("/") || address.getPath().endsWith(".html")) {
          links(Jsoup.parse(reply.body(), address.toString()))
              .filter(link -> link.toString().startsWith(root.toString()))
              .filter(seen::add).forEach(open::add);
        }
      }
      Set<String> paths = new TreeSet<>(seen.stream().map(link -> root.relativize(link).toString()).toList());
      assertTrue(paths.containsAll(List.of("page/dyad/GRA-RUR.html", "page/state/graustark.html", "assets/page.css",
          "data/state/graustark.ttl", "data/state/graustark.rdf", "ontology.html", "sparql.html", "dump/entente.nq.gz",
          "changes.atom", "queries.html")), paths.toString());
    } finally {
      server.stop(0);
    }
    try (Stream<Path> data = Files.walk(site.resolve("data"))) {
      for (Path file : data.filter(path -> path.toString().matches(".*\\.(ttl|nt|rdf|jsonld)")).toList()) {
        assertFalse(RDFDataMgr.loadGraph(file.toString()).isEmpty(), file.toString());
      }
    }
  }

  private static Stream<URI> links(Document page) {
    assertTrue(page.select("form").isEmpty(), page.location());
    return page.select("a, link:not([rel=canonical], [rel=cite-as]), script, img").stream()
        .map(element -> element.absUrl(element.hasAttr("href") ? "href" : "src"))
        .filter(link -> !link.isEmpty()).map(link -> URI.create(link.replaceFirst("#.*", "")));
  }

  @Test
  void leadsFromAThingsAddressToItsPageOnHostsOfEverySort() throws IOException {
    Document signpost = Jsoup.parse(Files.readString(site.resolve("id/state/graustark.html")));
    assertEquals("0; url=../../page/state/graustark.html",
        signpost.select("meta[http-equiv=refresh]").attr("content"));
    assertTrue(Files.readString(site.resolve("_redirects")).contains("/id/*  /page/:splat  303"));
    assertTrue(Files.readString(site.resolve(".htaccess")).contains("RewriteRule ^id/(.+)$ data/$1.ttl [R=303,L]"));
    assertTrue(Files.exists(site.resolve(".nojekyll")));
    String map = Files.readString(site.resolve("sitemap.xml"));
    assertTrue(map.contains("<loc>https://data.example.org/page/state/graustark.html</loc>"), map);
    assertTrue(Files.readString(site.resolve("404.html")).contains("href=\"/assets/page.css\""));
    assertTrue(Files.readString(site.resolve("sparql.html")).contains("Not among these files"));
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    Map<String, byte[]> one = files(site);
    Map<String, byte[]> other = files(written("other"));
    assertEquals(one.keySet(), other.keySet());
    one.forEach((name, bytes) -> assertTrue(Arrays.equals(bytes, other.get(name)), name));
  }

  private static Map<String, byte[]> files(Path site) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(site)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(site.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void refusesAFolderWithFilesInItAndAPlaceWhereNoFolderCanBe() throws IOException {
    Path full = Files.createDirectories(folder.resolve("full"));
    Path kept = Files.writeString(full.resolve("notes.txt"), "mine");
    Shell refused = Shell.run("site", "--store", store, "--output", full.toString());
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("has files in it") && refused.err().contains("--output"), refused.err());
    assertEquals("mine", Files.readString(kept));
    Shell file = Shell.run("site", "--store", store, "--output", kept.toString());
    assertTrue(file.err().contains("is a file, not a folder"), file.err());
    Shell below = Shell.run("site", "--store", store, "--output", kept.resolve("site").toString());
    assertEquals(3, below.code());
    assertTrue(below.err().contains("cannot be written"), below.err());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("."))
          .toList());
    }
  }
}
