package org.entente.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.entente.store.StoredGraph.StoredText;

/** Texts of a store in memory: gone with it. */
final class MemoryShelf implements TextShelf {

  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Set<String> announced = ConcurrentHashMap.newKeySet();

  @Override
  public void announce(Collection<String> digests) {
    announced.addAll(digests);
  }

  @Override
  public void put(Collection<StoredText> added) {
    added.forEach(text -> texts.put(text.digest(), text.words()));
  }

  @Override
  public Optional<String> find(String digest) {
    return Optional.ofNullable(texts.get(digest));
  }

  @Override
  public Set<String> digests() {
    return Set.copyOf(texts.keySet());
  }

  @Override
  public void settle(Predicate<String> referred) {
    announced.stream().filter(referred.negate()).forEach(texts::remove);
    announced.clear();
  }
}
