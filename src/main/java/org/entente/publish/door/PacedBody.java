package org.entente.publish.door;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/**
 * A request whose body has to come at a pace, and takes of the room that all bodies share until the request is
 * answered. A body that stands still ends with Jetty's idle timeout; this one ends those that trickle.
 */
final class PacedBody extends Request.Wrapper {

  private final Pace pace;
  private final Room room;
  private final long begin = NanoTime.now();
  private final AtomicLong bytes = new AtomicLong();

  /**
   * @param patience how long a body may come at any pace
   * @param bytesPerSecond how much it must have brought for each second after that
   */
  record Pace(Duration patience, long bytesPerSecond) {

    boolean isKept(long bytes, long nanos) {
      return bytes >= (nanos - patience.toNanos()) / 1e9 * bytesPerSecond;
    }
  }

  PacedBody(Request request, Pace pace, Room room) {
    super(request);
    this.pace = pace;
    this.room = room;
    Request.addCompletionListener(request, problem -> room.giveBack(bytes.get()));
  }

  @Override
  public Content.Chunk read() {
    Content.Chunk chunk = super.read();
    if (Content.Chunk.isFailure(chunk, false)) {
      // Jetty would go on after an idle timeout; whoever collects the body would collect the timeouts as well.
      return failed(chunk, new SlowBody());
    }
    if (chunk == null || Content.Chunk.isFailure(chunk)) {
      return chunk;
    }
    int length = chunk.remaining();
    if (!room.take(length)) {
      return failed(chunk, new NoRoomForBody());
    }
    boolean inTime = pace.isKept(bytes.addAndGet(length), NanoTime.since(begin));
    return chunk.isLast() || inTime ? chunk : failed(chunk, new SlowBody());
  }

  private Content.Chunk failed(Content.Chunk chunk, Throwable problem) {
    chunk.release();
    fail(problem);
    return Content.Chunk.from(problem, true);
  }
}
