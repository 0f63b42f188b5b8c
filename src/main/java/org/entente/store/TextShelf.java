package org.entente.store;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.store.StoredGraph.StoredText;

/**
 * Where the normalised texts of the articles lie, by digest, outside every graph. A change is announced before it
 * begins and settled after the graphs are committed, so that a crash in between is repaired at the next start.
 */
interface TextShelf {

  /** Notes that these texts may come or go. */
  void announce(Collection<String> digests);

  /** Keeps texts, but for those that are there already; what keeping costs is paid once for all of them. */
  void put(Collection<StoredText> texts);

  Optional<String> find(String digest);

  /** The names of all texts that are kept. */
  Set<String> digests();

  /** Removes those announced texts that nothing refers to. */
  void settle(Predicate<String> referred);
}
