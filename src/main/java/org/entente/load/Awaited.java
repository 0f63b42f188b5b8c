package org.entente.load;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What another thread makes; where it failed, the failure as it was. */
final class Awaited {

  private Awaited() {}

  static <T> T of(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("loading was broken off");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException mistake ? mistake : new IllegalStateException(e.getCause());
    }
  }
}
