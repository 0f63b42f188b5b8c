package org.entente.article.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.MetadataOverrides;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageFetcherTest {

  private static final String PAGE =
      "<html><body><article><h1>Café Talks</h1><p>Envoys of Kenya and Latvia opened a line for seed potatoes in a café "
          + "on Tuesday, after two years of letters that nobody had answered.</p></article></body></html>";

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void readsAPageInTheCharsetOfItsHeader() {
    page("/a", "text/html; charset=ISO-8859-1", PAGE.getBytes(StandardCharsets.ISO_8859_1));
    Article article = read("/a#top");
    assertEquals("Café Talks", article.title());
    assertEquals(Optional.of(address("/a")), article.url());
  }

  @Test
  void followsRedirectsAndKeepsTheLastAddress() {
    redirect("/old", "/new");
    page("/new", "text/html; charset=UTF-8", PAGE.getBytes(StandardCharsets.UTF_8));
    assertEquals(Optional.of(address("/new")), read("/old").url());
  }

  @Test
  void refusesACircleOfRedirectsAndOneToAFile() {
    redirect("/circle", "/circle");
    assertTrue(refusal("/circle").contains("redirected more than 5 times"));
    redirect("/file", "file:///etc/hostname");
    assertTrue(refusal("/file").contains("no http or https address"));
  }

  @Test
  void refusesOtherSchemes() {
    var refusal = assertThrows(ArticleFormatException.class,
        () -> new ArticleReaders().read(URI.create("ftp://paper.example/a"), MetadataOverrides.none()));
    assertTrue(refusal.getMessage().contains("no http or https address"));
  }

  @Test
  void namesTheStatusOfAPageThatIsNotThere() {
    server.createContext("/gone", exchange -> answer(exchange, 410, new byte[0]));
    assertTrue(refusal("/gone").contains("status 410"));
  }

  @Test
  void hangsUpOnABodyWithoutEnd() {
    server.createContext("/endless", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] block = "all work and no play ".repeat(5000).getBytes(StandardCharsets.US_ASCII);
      try (OutputStream out = exchange.getResponseBody()) {
        while (over.getCount() > 0) {
          out.write(block);
        }
      }
    });
    assertTrue(refusal("/endless").contains("larger than 20 MB"));
  }

  @Test
  void losesPatienceWithAServerThatSaysNothing() {
    server.createContext("/mute", exchange -> awaitEnd());
    var refusal = assertThrows(ArticleFormatException.class,
        () -> new ArticleReaders(Duration.ofMillis(300)).read(address("/mute"), MetadataOverrides.none()));
    assertTrue(refusal.getMessage().contains("did not answer"));
  }

  @Test
  void unpacksWhatAServerPacksUnasked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(PAGE.getBytes(StandardCharsets.UTF_8));
    }
    server.createContext("/packed", exchange -> {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      answer(exchange, 200, packed.toByteArray());
    });
    assertEquals("Café Talks", read("/packed").title());
  }

  @Test
  void saysThatNoServerAnswers() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var refusal = assertThrows(ArticleFormatException.class,
        () -> new ArticleReaders().read(URI.create("http://localhost:" + port + "/"), MetadataOverrides.none()));
    assertTrue(refusal.getMessage().contains("could not be fetched"));
  }

  @Test
  void believesThePageWhereTheHeaderIsSilent() {
    String page = PAGE.replace("<body>", "<head><meta charset='windows-1252'></head><body>");
    page("/silent", "text/html", page.getBytes(Charset.forName("windows-1252")));
    assertEquals("Café Talks", read("/silent").title());
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void page(String path, String type, byte[] body) {
    server.createContext(path, exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      answer(exchange, 200, body);
    });
  }

  private void redirect(String path, String target) {
    server.createContext(path, exchange -> {
      exchange.getResponseHeaders().set("Location", target);
      answer(exchange, 302, new byte[0]);
    });
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private Article read(String path) {
    return new ArticleReaders().read(address(path), MetadataOverrides.none());
  }

  private String refusal(String path) {
    return assertThrows(ArticleFormatException.class, () -> read(path)).getMessage();
  }
}
