package org.entente.publish.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptRepliesTest {

  private static final int MANY = 16;

  private final KeptReplies replies = new KeptReplies(Duration.ofMinutes(1));
  private final AtomicInteger made = new AtomicInteger();

  private static Exchange get(String path) {
    return Exchange.of((HttpServletRequest) Proxy.newProxyInstance(KeptRepliesTest.class.getClassLoader(),
        new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> switch (method.getName()) {
          case "getMethod" -> "GET";
          case "getRequestURI" -> path;
          case "getHeaders" -> Collections.emptyEnumeration();
          default -> null;
        }));
  }

  private static Reply steady(String text) {
    return Reply.text("text/plain", text).named("tag").with("Cache-Control", ReplyRules.REVALIDATE);
  }

  private Reply numbered(Exchange exchange) {
    return steady("reply " + made.incrementAndGet());
  }

  private String ask(KeptReplies of, String path, String version) throws IOException {
    return of.answer(get(path), version, this::numbered, kept -> {
    }).text();
  }

  @Test
  void sendsAgainWhatWasMadeOfTheSameDataAndNothingOfOlderData() throws IOException {
    assertEquals("reply 1", ask(replies, "/a", "one"));
    assertEquals("reply 1", ask(replies, "/a", "one"));
    assertEquals("reply 2", ask(replies, "/a", "two"));
    assertEquals("reply 2", ask(replies, "/a", "two"));
    // Somebody whose transaction began before the change sees the older data, and not the newer reply.
    assertEquals("reply 3", ask(replies, "/a", "one"));
    assertEquals("reply 4", ask(replies, "/b", "one"));
  }

  @Test
  void makesAReplyOnceForAllWhoAskForItAtOnce() throws Exception {
    CountDownLatch asking = new CountDownLatch(MANY);
    Route slow = exchange -> {
      await(asking);
      return numbered(exchange);
    };
    assertEquals(List.of("reply 1"), together(asking, slow).stream().distinct().toList());
    assertEquals(1, made.get());
  }

  @Test
  void letsTheNextOneTryWhereTheFirstFailed() throws Exception {
    CountDownLatch asking = new CountDownLatch(MANY);
    AtomicInteger tries = new AtomicInteger();
    Route failing = exchange -> {
      await(asking);
      if (tries.incrementAndGet() == 1) {
        throw HttpProblem.badRequest("gone");
      }
      return numbered(exchange);
    };
    List<String> answers = together(asking, failing);
    assertEquals(1, answers.stream().filter("failed"::equals).count());
    assertEquals(2, tries.get());
  }

  @Test
  void keepsNothingThatChangesByItself() throws IOException {
    Route clock =
        exchange -> Reply.text("text/plain", "at " + made.incrementAndGet()).with("Cache-Control", "no-store");
    for (int n = 1; n <= 3; n++) {
      assertEquals("at " + n, replies.answer(get("/now"), "one", clock, kept -> {
      }).text());
    }
    assertThrows(HttpProblem.class, () -> replies.answer(get("/no"), "one", exchange -> {
      throw HttpProblem.badRequest("no");
    }, kept -> {
    }));
    assertEquals("reply 4", ask(replies, "/no", "one"));
  }

  @Test
  void takesNoMoreRoomThanItIsGiven() throws IOException {
    KeptReplies small = new KeptReplies(Duration.ofMinutes(1), 100_000);
    Route lengthy = exchange -> {
      made.incrementAndGet();
      return steady("x".repeat(30_000));
    };
    for (int round = 0; round < 2; round++) {
      for (int n = 0; n < 20; n++) {
        small.answer(get("/" + n), "one", lengthy, kept -> {
        });
      }
    }
    assertTrue(made.get() >= 20 + 20 - 3, "three fit in, and not " + (40 - made.get()));
  }

  private List<String> together(CountDownLatch asking, Route route) throws Exception {
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
      for (int n = 0; n < MANY; n++) {
        answers.add(threads.submit(() -> {
          asking.countDown();
          return replies.answer(get("/a"), "one", route, kept -> {
          }).text();
        }));
      }
      List<String> texts = new ArrayList<>();
      for (Future<String> answer : answers) {
        texts.add(text(answer));
      }
      return texts;
    }
  }

  private static String text(Future<String> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      return "failed";
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
