package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.data.Namespaces;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.sparql.Rdf;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpsOverHttpTest {

  private static final String BASE = "https://data.example.org/";

  private static GraphStore store() {
    GraphStore store = GraphStore.inMemory(BASE);
    put(store, "graph/gazetteer");
    return store;
  }

  private static void put(GraphStore store, String name) {
    DatasetGraph graphs = PublishingTest.twoStates();
    Graph graph = graphs.calculateRead(() -> Rdf.graph(
        graphs.getGraph(Nodes.iri(BASE + name)).find().toList()));
    store.replace(StoredGraph.withoutText(BASE + name, graph, "test"));
  }

  /** Asks until the dump is there: it is made in the background. */
  private static HttpResponse<byte[]> patiently(Asking asking, String path, String... headers) {
    HttpResponse<byte[]> reply = asking.bytes(path, headers);
    for (int tries = 0; reply.statusCode() == 503 && tries < 400; tries++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      reply = asking.bytes(path, headers);
    }
    return reply;
  }

  private static List<String> sums(Asking asking) {
    return new String(patiently(asking, "/dump/SHA256SUMS").body(), StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void servesEveryFileWithTheChecksumThatIsListed(@TempDir Path folder) throws Exception {
    try (GraphStore store = store();
        EntenteServer server = EntenteServer.start(new StoredDataset(store),
            ServerOptions.onPort(0).onLoopback().withDumps(folder));
        Asking asking = new Asking(server)) {
      List<String> sums = sums(asking);
      assertEquals(5, sums.size());
      String list = new String(asking.bytes("/dump/", "Accept", "text/html").body(), StandardCharsets.UTF_8);
      for (String line : sums) {
        String name = line.substring(66);
        byte[] content = asking.bytes("/dump/" + name).body();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        assertEquals(line.substring(0, 64), HexFormat.of().formatHex(digest), name);
        assertTrue(list.contains(line.substring(0, 64)) && list.contains("href=\"" + name + "\""), list);
        assertFalse(Asking.parsed(unpacked(content), langOf(name)).isEmpty(), name);
      }
    }
  }

  private static Lang langOf(String name) {
    return RDFLanguages.filenameToLang(name.replace(".gz", ""));
  }

  private static String unpacked(byte[] content) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void servesPartsOfAFile(@TempDir Path folder) {
    try (GraphStore store = store();
        EntenteServer server = EntenteServer.start(new StoredDataset(store),
            ServerOptions.onPort(0).onLoopback().withDumps(folder));
        Asking asking = new Asking(server)) {
      HttpResponse<byte[]> whole = patiently(asking, "/dump/entente.nt.gz");
      byte[] all = whole.body();
      String etag = whole.headers().firstValue("ETag").orElseThrow();
      HttpResponse<byte[]> part = asking.bytes("/dump/entente.nt.gz", "Range", "bytes=10-19");
      HttpResponse<byte[]> end = asking.bytes("/dump/entente.nt.gz", "Range", "bytes=-5", "If-Range", etag);
      assertAll(
          () -> assertEquals(200, whole.statusCode()),
          () -> assertEquals(206, part.statusCode()),
          () -> assertEquals("bytes 10-19/" + all.length, part.headers().firstValue("Content-Range").orElseThrow()),
          () -> assertArrayEquals(Arrays.copyOfRange(all, 10, 20), part.body()),
          () -> assertArrayEquals(Arrays.copyOfRange(all, all.length - 5, all.length), end.body()),
          () -> assertEquals(416, asking.bytes("/dump/entente.nt.gz", "Range", "bytes=999999-").statusCode()),
          () -> assertEquals(200, asking.bytes("/dump/entente.nt.gz", "Range", "bytes=0-3", "If-Range", "\"old\"")
              .statusCode()),
          () -> assertEquals(200, asking.bytes("/dump/entente.nt.gz", "Range", "bytes=5-1").statusCode()),
          () -> assertEquals(304, asking.bytes("/dump/entente.nt.gz", "If-None-Match", etag).statusCode()),
          () -> assertEquals(404, asking.bytes("/dump/entente.zip").statusCode()),
          () -> assertEquals(404, asking.bytes("/dump/x/SHA256SUMS").statusCode()));
    }
  }

  @Test
  void makesThemAnewWhenTheDataHasChanged(@TempDir Path folder) throws IOException {
    try (GraphStore store = store();
        EntenteServer server = EntenteServer.start(new StoredDataset(store),
            ServerOptions.onPort(0).onLoopback().withDumps(folder));
        Asking asking = new Asking(server)) {
      List<String> before = sums(asking);
      put(store, "graph/article/2020-05-04-port-call-0a1b2c3d");
      List<String> after = sums(asking);
      for (int tries = 0; after.equals(before) && tries < 400; tries++) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        after = sums(asking);
      }
      assertNotEquals(before, after);
      assertTrue(unpacked(asking.bytes("/dump/entente.nt.gz").body()).contains("frigate"));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void saysWhenDataIsNotDumped() {
    try (EntenteServer server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), BASE),
        ServerOptions.onPort(0).onLoopback()); Asking asking = new Asking(server)) {
      assertEquals(404, patiently(asking, "/dump/entente.nt.gz").statusCode());
    }
  }

  @Test
  void showsWhatIsLoadedMeanwhileWithTheNextRequest() {
    try (GraphStore store = store();
        EntenteServer server = EntenteServer.start(new StoredDataset(store), ServerOptions.onPort(0).onLoopback());
        Asking asking = new Asking(server)) {
      String path = "/sparql?format=csv&query=" + Asking.encoded("ASK { ?s a <" + Namespaces.ENT + "Visit> }");
      HttpResponse<String> before = asking.get(path);
      put(store, "graph/article/2020-05-04-port-call-0a1b2c3d");
      HttpResponse<String> after =
          asking.get(path, "If-None-Match", before.headers().firstValue("ETag").orElseThrow());
      assertTrue(before.body().contains("false"));
      assertEquals(200, after.statusCode());
      assertTrue(after.body().contains("true"));
    }
  }
}
