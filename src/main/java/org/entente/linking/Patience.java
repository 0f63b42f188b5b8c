package org.entente.linking;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a server of somebody else may take for the whole of an answer. The limits of clients end with the first line of
 * an answer: one that trickles after it would be waited for without end.
 *
 * @param whom the server's address
 */
record Patience(String whom, long seconds) {

  /**
   * What the question gives.
   *
   * @throws LinkingException when the answer is not whole in time
   */
  <T> T answer(Callable<T> question) {
    FutureTask<T> asking = new FutureTask<>(question);
    Thread.ofVirtual().start(asking);
    try {
      return asking.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      asking.cancel(true);
      throw new LinkingException(whom + " did not answer within " + seconds + (seconds == 1 ? " second" : " seconds"),
          "Try again later, or give it more seconds with --timeout; nothing was linked.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      asking.cancel(true);
      Thread.currentThread().interrupt();
      throw new LinkingException("asking " + whom + " was interrupted", "Try again.", e);
    }
  }
}
