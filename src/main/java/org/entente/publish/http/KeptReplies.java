package org.entente.publish.http;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Replies that were made from a version of the data, to be sent again as they are: what is asked for often is asked for
 * in the same words. When many ask for the same at once, one of them has it made and the others wait for it. What a
 * reply is kept by names the version, which is read in the transaction that answers: no reply outlives its data.
 */
public final class KeptReplies {

  private static final long MOST_BYTES = 64L << 20;
  private static final int LARGEST = 2 << 20;
  /** What keys and headers take, roughly; it keeps very many small replies from being free. */
  private static final int AROUND = 1_000;

  private final AsyncCache<Key, Reply> replies;
  private final Duration patience;
  private final AtomicReference<String> latest = new AtomicReference<>("");

  /** What a reply depends on. */
  private record Key(String version, String address, String accept) {}

  /**
   * @param patience how long somebody waits for what another one has made; then it is made once more
   */
  public KeptReplies(Duration patience) {
    this(patience, MOST_BYTES);
  }

  KeptReplies(Duration patience, long mostBytes) {
    this.patience = patience;
    this.replies = Caffeine.newBuilder().maximumWeight(mostBytes).executor(Runnable::run)
        .<Key, Reply>weigher((key, reply) -> size(key, reply)).buildAsync();
  }

  /** The reply that was kept, where there is one; nobody is waited for. */
  public Optional<Reply> kept(Exchange exchange, String version) {
    return exchange.isRead()
        ? Optional.ofNullable(replies.getIfPresent(key(exchange, version)))
            .filter(made -> made.state() == Future.State.SUCCESS).map(Future::resultNow)
        : Optional.empty();
  }

  private static Key key(Exchange exchange, String version) {
    return new Key(version, exchange.address(), exchange.header("Accept").orElse(""));
  }

  /**
   * The reply that was kept, or a new one.
   *
   * @param version of the data that the route sees
   * @param kept is told whether there was one
   */
  public Reply answer(Exchange exchange, String version, Route route, Consumer<Boolean> kept) throws IOException {
    if (!exchange.isRead()) {
      kept.accept(false);
      return route.answer(exchange);
    }
    forgetOlder(version);
    Key key = key(exchange, version);
    long deadline = System.nanoTime() + patience.toNanos();
    CompletableFuture<Reply> mine = new CompletableFuture<>();
    CompletableFuture<Reply> others = replies.asMap().putIfAbsent(key, mine);
    while (others != null && System.nanoTime() < deadline) {
      Waited waited = wait(others, deadline);
      if (waited.reply().isPresent()) {
        kept.accept(true);
        return waited.reply().get();
      }
      if (!waited.again()) {
        break;
      }
      // Who had it made went away or failed: the next one tries.
      others = replies.asMap().putIfAbsent(key, mine);
    }
    kept.accept(false);
    return others == null ? made(exchange, route, mine) : route.answer(exchange);
  }

  /** What waiting for somebody else's reply led to, and whether it is worth while to wait for another one's. */
  private record Waited(Optional<Reply> reply, boolean again) {}

  private static Waited wait(CompletableFuture<Reply> others, long deadline) {
    try {
      return new Waited(
          Optional.ofNullable(others.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)), false);
    } catch (CancellationException e) {
      return new Waited(Optional.empty(), true);
    } catch (ExecutionException | TimeoutException e) {
      return new Waited(Optional.empty(), false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Waited(Optional.empty(), false);
    }
  }

  /** Has the reply made; one that will not be the same again, or did not come about, leaves its place at once. */
  private static Reply made(Exchange exchange, Route route, CompletableFuture<Reply> place) throws IOException {
    try {
      Reply reply = route.answer(exchange);
      place.complete(isSteady(reply) ? reply : null);
      return reply;
    } finally {
      // Where there is no reply.
      place.cancel(false);
    }
  }

  /** Whether it will always be the same on this data, and is of a size to be kept. */
  private static boolean isSteady(Reply reply) {
    return reply.status() == 200 && reply.etag().isPresent()
        && reply.headers().contains(Map.entry("Cache-Control", ReplyRules.REVALIDATE))
        && reply.content() instanceof Reply.Content.Bytes content && content.bytes().length <= LARGEST;
  }

  /** What was made of other versions will hardly be asked for again. */
  private void forgetOlder(String version) {
    if (!latest.getAndSet(version).equals(version)) {
      replies.asMap().keySet().removeIf(key -> !key.version().equals(version));
    }
  }

  private static int size(Key key, Reply reply) {
    return AROUND + key.address().length()
        + (reply.content() instanceof Reply.Content.Bytes content ? content.bytes().length : 0);
  }
}
