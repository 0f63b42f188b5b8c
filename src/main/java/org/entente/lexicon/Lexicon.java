package org.entente.lexicon;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.entente.undertaking.Kind;

/**
 * The words that announce undertakings, tell where they stand and what they are about, ready for look-up by lemma.
 * Immutable; built by {@link LexiconReader}.
 */
public final class Lexicon {

  private final Map<String, List<EventFrame>> nouns;
  private final Map<String, List<EventFrame>> verbs;
  private final Map<String, List<Signature>> signatures;
  private final Map<String, List<FieldCue>> cues;
  private final Map<String, Set<String>> classes;
  private final Map<Kind, KindFrame> kinds;

  Lexicon(
      List<EventFrame> frames,
      List<Signature> signatures,
      List<FieldCue> cues,
      Map<String, Set<String>> classes,
      Map<Kind, KindFrame> kinds) {
    this.nouns = index(frames.stream().filter(EventFrame::isNoun).toList(), EventFrame::headWord);
    this.verbs = index(frames.stream().filter(f -> !f.isNoun()).toList(), EventFrame::headWord);
    this.signatures = index(signatures, Signature::lemma);
    this.cues = index(cues, c -> c.words().getFirst());
    this.classes = Map.copyOf(classes);
    this.kinds = new EnumMap<>(kinds);
  }

  private static <T> Map<String, List<T>> index(List<T> entries, Function<T, String> key) {
    Map<String, List<T>> index = new HashMap<>();
    entries.forEach(e -> index.computeIfAbsent(key.apply(e), k -> new ArrayList<>()).add(e));
    return index;
  }

  /** Nouns that announce an undertaking and whose head is the given lemma, the most specific first. */
  public List<EventFrame> nouns(String lemma) {
    return nouns.getOrDefault(lemma, List.of());
  }

  /** Verbs of that lemma that announce an undertaking, the most specific first. */
  public List<EventFrame> verbs(String lemma) {
    return verbs.getOrDefault(lemma, List.of());
  }

  /** What words that begin with that lemma say of what they govern. */
  public List<Signature> signatures(String lemma) {
    return signatures.getOrDefault(lemma, List.of());
  }

  /** Field cues that begin with the given lemma, longest first. */
  public List<FieldCue> cues(String lemma) {
    return cues.getOrDefault(lemma, List.of());
  }

  public KindFrame kind(Kind kind) {
    return Objects.requireNonNull(kinds.get(kind));
  }

  /** Whether the lemma is a member of the noun class ("Goods", "Forces", "Joint", ...). */
  public boolean isA(String lemma, String nounClass) {
    return classes.getOrDefault(nounClass, Set.of()).contains(lemma);
  }

  /** All entries, for tests and counts. */
  public List<EventFrame> frames() {
    List<EventFrame> all = new ArrayList<>();
    verbs.values().forEach(all::addAll);
    nouns.values().forEach(all::addAll);
    return all;
  }

  /** All signatures, for tests and counts. */
  public List<Signature> signatures() {
    return signatures.values().stream().flatMap(List::stream).toList();
  }
}
