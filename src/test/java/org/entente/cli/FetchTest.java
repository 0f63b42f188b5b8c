package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code entente load --fetch}: pages that a list names, as their sites allow and one of a site at a time. */
class FetchTest {

  @TempDir
  Path folder;

  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      asked.add(exchange.getRequestURI().getPath());
      String path = exchange.getRequestURI().getPath();
      String answer =
          path.equals("/robots.txt") ? "User-agent: *\nDisallow: /private/\n"
              : "<html><body><article><h1>Talks " + path + "</h1><p>" + Shell.NEWS + "</p></article></body></html>";
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", path.equals("/robots.txt") ? "text/plain" : "text/html");
      exchange.sendResponseHeaders(200, bytes.length);
      atOnce.decrementAndGet();
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void fetchesWhatAListNamesAsRobotsTxtAllowsAndNoMoreThanAsked() throws IOException {
    String rows =
        IntStream.range(0, 6).mapToObj(i -> i + "\tPER\tCHL\t" + address(i == 2 ? "/private/2" : "/" + i))
            .collect(Collectors.joining("\n", "", "\n" + "5\tPER\tCHL\t" + address("/5") + "\n"));
    Path list = Files.writeString(folder.resolve("20190504.export.CSV"), rows);
    Shell loaded = load(list, "--most", "5");
    assertEquals(1, loaded.code(), loaded.out() + loaded.err());
    assertTrue(loaded.err().contains("its site asks programs not to (robots.txt)"), loaded.err());
    assertTrue(loaded.out().endsWith("4 loaded (3 copies), 0 unchanged, 1 rejected, 1 passed over as no articles\n"),
        loaded.out());
    assertEquals(List.of("/0", "/1", "/3", "/4", "/robots.txt"), asked.stream().sorted().toList());
    assertEquals("/robots.txt", asked.peek());
    assertEquals(1, mostAtOnce.get());
  }

  @Test
  void leavesASiteAloneThatDoesNotSayWhatItAllows() throws IOException {
    server.createContext("/robots.txt", exchange -> {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
    });
    Shell loaded = load(Files.writeString(folder.resolve("list.txt"), address("/1") + "\n"));
    assertTrue(loaded.err().contains("does not say what programs may fetch"), loaded.err());
    assertTrue(asked.isEmpty());
  }

  @Test
  void fetchesNothingThatIsNotAskedFor() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), address("/1") + "\n");
    Shell loaded = Shell.run("load", "--store", folder.resolve("store").toString(), list.toString());
    assertEquals(1, loaded.code());
    assertTrue(loaded.err().contains("load it with --fetch"), loaded.err());
    assertTrue(asked.isEmpty());
    assertFalse(
        Shell.run("load", "--server", address("/"), "--token", "t", "--fetch", list.toString()).err().isEmpty());
  }

  private Shell load(Path list, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("load", "--store", folder.resolve("store").toString(), "--fetch", "--pause", "0"));
    arguments.addAll(List.of(options));
    arguments.add(list.toString());
    return Shell.run(arguments.toArray(String[]::new));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }
}
