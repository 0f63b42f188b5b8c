package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.dump.Dump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a server. */
@Timeout(60)
class StoppingTest {

  /** Data whose dump takes as long as the test wants. */
  private static final class Dawdling implements PublishedDataset {

    private final DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();

    @Override
    public String base() {
      return "https://data.example.org/";
    }

    @Override
    public String version() {
      return "one";
    }

    @Override
    public Instant modified() {
      return Instant.EPOCH;
    }

    @Override
    public DatasetGraph graphs() {
      return graphs;
    }

    @Override
    public Optional<Dump> dump(Path folder) {
      begun.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      ended.set(true);
      return Optional.empty();
    }
  }

  @Test
  void isOverForEveryThreadThatClosesOnlyWhenNothingReadsTheDataAnyMore() throws Exception {
    Dawdling data = new Dawdling();
    EntenteServer server = EntenteServer.start(data, ServerOptions.onPort(0).onLoopback());
    int port = server.port();
    data.begun.await();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<?> hook = threads.submit(server::close);
      awaitClosed(port);
      Future<Boolean> main = threads.submit(() -> {
        server.close();
        return data.ended.get();
      });
      data.mayEnd.countDown();
      hook.get();
      assertTrue(main.get(), "the second thread went on while the dump was read from the data");
    }
  }

  private static void awaitClosed(int port) {
    boolean open = true;
    while (open) {
      try (Socket line = new Socket("localhost", port)) {
        open = line.isConnected();
      } catch (IOException e) {
        open = false;
      }
    }
  }
}
