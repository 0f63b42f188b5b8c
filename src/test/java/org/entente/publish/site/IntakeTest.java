package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.publish.data.MemoryDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class IntakeTest {

  private static final String TOKEN = "a word that only the operator knows";

  @Test
  void asksToComeBackWhenFourArticlesWaitAndAnswersOthersMeanwhile() throws InterruptedException, ExecutionException {
    CountDownLatch read = new CountDownLatch(1);
    ServerOptions options = ServerOptions.onPort(0).onLoopback().withQueryTimeout(Duration.ofSeconds(30))
        .withWriting(TOKEN, new Slow(read));
    MemoryDataset data = new MemoryDataset(DatasetGraphFactory.createTxnMem(), "https://data.example.org/");
    try (EntenteServer server = EntenteServer.start(data, options);
        Asking ask = new Asking(server);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      ExecutorCompletionService<Integer> answers = new ExecutorCompletionService<>(senders);
      for (int number = 0; number < 5; number++) {
        answers.submit(() -> ask.method("POST", "/articles?name=a.txt", "text", "Authorization", "Bearer " + TOKEN)
            .statusCode());
      }
      assertEquals(503, answers.take().get());
      assertEquals(200, ask.get("/healthz").statusCode());
      read.countDown();
      List<Integer> others = new ArrayList<>();
      for (int number = 0; number < 4; number++) {
        others.add(answers.take().get());
      }
      assertEquals(List.of(201, 201, 201, 201), others);
    }
  }

  @Test
  void letsNoShortArticleAndNoRemovalWaitForALongOne() throws InterruptedException, ExecutionException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    Slow slow = new Slow(begun, read);
    ServerOptions options = ServerOptions.onPort(0).onLoopback().withWriting(TOKEN, new Intake() {
      @Override
      public Taken take(String name, byte[] content, Map<String, String> metadata) {
        return name.equals("long.txt") ? slow.take(name, content, metadata) : new Taken(201, Map.of());
      }

      @Override
      public Taken remove(String article, String why, String who) {
        return new Taken(200, Map.of());
      }
    });
    MemoryDataset data = new MemoryDataset(DatasetGraphFactory.createTxnMem(), "https://data.example.org/");
    try (EntenteServer server = EntenteServer.start(data, options);
        Asking ask = new Asking(server);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> sent = senders.submit(() -> ask.method("POST", "/articles?name=long.txt", "text ".repeat(200_000),
          "Authorization", "Bearer " + TOKEN).statusCode());
      begun.await();
      assertEquals(201, ask.method("POST", "/articles?name=short.txt", "text", "Authorization", "Bearer " + TOKEN)
          .statusCode());
      assertEquals(200, ask.method("DELETE", "/articles/a", "", "Authorization", "Bearer " + TOKEN).statusCode());
      assertFalse(sent.isDone());
      read.countDown();
      assertEquals(201, sent.get());
    }
  }

  @Test
  void answersWhatIsUnderWayBeforeItStops() throws InterruptedException, ExecutionException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    ServerOptions options = ServerOptions.onPort(0).onLoopback().withWriting(TOKEN, new Slow(begun, read));
    EntenteServer server = EntenteServer
        .start(new MemoryDataset(DatasetGraphFactory.createTxnMem(), "https://data.example.org/"), options);
    try (Asking ask = new Asking(server); ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> sent = others.submit(() -> ask
          .method("POST", "/articles?name=a.txt", "text", "Authorization", "Bearer " + TOKEN).statusCode());
      begun.await();
      Future<?> stopped = others.submit(server::close);
      read.countDown();
      assertEquals(201, sent.get());
      stopped.get();
    }
  }

  @Test
  void saysThatAnArticleTakesTooMuchMemoryAndAnswersOthers() throws InterruptedException {
    ServerOptions options = ServerOptions.onPort(0).onLoopback().withWriting(TOKEN, new Intake() {
      @Override
      public Taken take(String name, byte[] content, Map<String, String> metadata) {
        if (name.equals("great.txt")) {
          throw new OutOfMemoryError("Java heap space");
        }
        return new Taken(201, Map.of());
      }

      @Override
      public Taken remove(String article, String why, String who) {
        return new Taken(200, Map.of());
      }
    });
    MemoryDataset data = new MemoryDataset(DatasetGraphFactory.createTxnMem(), "https://data.example.org/");
    try (EntenteServer server = EntenteServer.start(data, options); Asking ask = new Asking(server)) {
      var answer = ask.method("POST", "/articles?name=great.txt", "text", "Authorization", "Bearer " + TOKEN);
      assertEquals(507, answer.statusCode());
      assertTrue(answer.body().contains("It was not stored. Send its chapters or parts"), answer.body());
      assertEquals(201, ask.method("POST", "/articles?name=a.txt", "text", "Authorization", "Bearer " + TOKEN)
          .statusCode());
    }
  }

  /** Takes every article, when it is told to. */
  private record Slow(CountDownLatch begun, CountDownLatch read) implements Intake {

    Slow(CountDownLatch read) {
      this(new CountDownLatch(1), read);
    }

    @Override
    public Taken take(String name, byte[] content, Map<String, String> metadata) {
      begun.countDown();
      try {
        read.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Taken(201, Map.of("outcome", "loaded"));
    }

    @Override
    public Taken remove(String article, String why, String who) {
      return new Taken(404, Map.of("outcome", "not found"));
    }
  }
}
