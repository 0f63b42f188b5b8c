package org.entente.load;

import org.entente.store.GraphStore;
import org.entente.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compacts the store while much is loaded into it: each change leaves old pages behind, some megabytes, and a database
 * that outgrows the memory with them becomes slow, and fills the disk.
 */
final class Housekeeping {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final Runnable compact;
  private final int pause;
  private int since;

  /**
   * @param compact does it where it is worth while
   * @param pause so many articles are stored between two looks
   */
  Housekeeping(Runnable compact, int pause) {
    this.compact = compact;
    this.pause = pause;
  }

  static Housekeeping of(GraphStore store, int pause) {
    return new Housekeeping(store::compact, pause);
  }

  /** @param articles so many more came through */
  void after(int articles) {
    since += articles;
    if (since >= pause) {
      since = 0;
      try {
        compact.run();
      } catch (StoreException e) {
        // Without it the load goes on, only slower.
        LOG.warn("{}: {}", e.getMessage(), e.advice().orElse(""));
      }
    }
  }
}
