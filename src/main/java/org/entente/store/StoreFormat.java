package org.entente.store;

import java.nio.file.Path;

/**
 * How a store's folder is laid out, by number. 1: digests of graphs over what was given to the database. 2: over what
 * it gives back, so that they can be checked; the number is kept in {@code format.txt}.
 */
final class StoreFormat {

  static final int FIRST = 1;
  static final int CURRENT = 2;

  private StoreFormat() {}

  /** The number in a file; one that is none is newer than anything that is known here. */
  static int read(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  /** Refuses what a newer program wrote: it may mean something else. */
  static void requireKnown(Path folder, int format) {
    if (format > CURRENT) {
      throw new StoreException(
          "the store at " + folder + " was written by a newer Entente (its format is "
              + (format == Integer.MAX_VALUE ? "unknown" : format) + ", this program knows up to " + CURRENT + ")",
          "Run the newer program, or restore a backup that an older one made into a new folder.");
    }
  }
}
