package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.entente.publish.data.PublishedDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A change is written to a slow disk, and whoever begins to read the data waits until that is done. */
@Timeout(120)
class WhileWritingTest {

  private final Data data = new Data();

  /** Data that are written when the test wants it. */
  private static final class Data implements PublishedDataset {

    private final AtomicBoolean written = new AtomicBoolean();
    private final CountDownLatch waits = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicBoolean sound = new AtomicBoolean(true);
    private final DatasetGraph graphs = new DatasetGraphWrapper(DatasetGraphFactory.createTxnMem()) {
      @Override
      public void begin(TxnType type) {
        if (written.get()) {
          waits.countDown();
          awaitDone();
        }
        super.begin(type);
      }
    };

    private void awaitDone() {
      try {
        done.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public String base() {
      return "https://data.example.org/";
    }

    @Override
    public String version() {
      return "one";
    }

    @Override
    public Optional<String> knownVersion() {
      return Optional.of(version());
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
    public boolean isSound() {
      return sound.get();
    }
  }

  @Test
  void answersHealthAndWhatWasKeptAndLetsOthersWait() throws Exception {
    try (EntenteServer server = EntenteServer.start(data, ServerOptions.onPort(0).onLoopback());
        Asking ask = new Asking(server);
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      String queries = ask.get("/queries", "Accept", "text/html").body();
      data.written.set(true);
      assertEquals(200, ask.get("/healthz").statusCode());
      assertEquals(200, ask.get("/assets/page.css").statusCode());
      assertEquals(queries, ask.get("/queries", "Accept", "text/html").body());
      Future<Integer> other = others.submit(() -> ask.get("/quality", "Accept", "text/html").statusCode());
      data.waits.await();
      assertFalse(other.isDone());
      assertEquals(200, ask.get("/healthz").statusCode());
      data.done.countDown();
      assertEquals(200, other.get());
    }
  }

  @Test
  void isNotReadyWhenAChangeBrokeOff() {
    try (EntenteServer server = EntenteServer.start(data, ServerOptions.onPort(0).onLoopback());
        Asking ask = new Asking(server)) {
      assertEquals(200, ask.get("/healthz").statusCode());
      data.sound.set(false);
      assertEquals(503, ask.get("/healthz").statusCode());
    }
  }
}
