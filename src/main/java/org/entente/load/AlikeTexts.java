package org.entente.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds among many texts the first that is nearly the same as a given one: three quarters of the runs of five words of
 * the shorter are in the other, and two fifths of all that the two have are in both. So a report that was cut or given
 * another headline is found, and one that quotes a communiqué is not.
 */
final class AlikeTexts {

  private static final int BANDS = TextSignature.SIZE / 2;
  private static final double IN_THE_OTHER = 0.75;
  private static final double IN_BOTH = 0.4;
  /**
   * Numbers of their signatures that alike texts have in common, but for one in three hundred: what many articles of a
   * paper or an agency share (greetings, notes on the authors) makes no candidates of all of them.
   */
  private static final int FEWEST_SHARED = 6;

  private final Function<String, Optional<String>> texts;
  private final List<String> digests = new ArrayList<>();
  private final List<TextSignature> signatures = new ArrayList<>();
  private final Map<Long, List<Integer>> bands = new HashMap<>();

  /**
   * @param texts the text of a digest
   */
  AlikeTexts(Function<String, Optional<String>> texts) {
    this.texts = texts;
  }

  /** Adds a text behind the others. */
  void add(String digest, TextSignature signature) {
    for (int i = 0; i < BANDS; i++) {
      bands.computeIfAbsent(key(signature, i), k -> new ArrayList<>(1)).add(digests.size());
    }
    digests.add(digest);
    signatures.add(signature);
  }

  private static long key(TextSignature signature, int band) {
    return signature.band(band) * BANDS + band;
  }

  /** The digests of the texts that may be alike, which all that are alike are among. */
  List<String> near(TextSignature signature) {
    return candidates(signature).stream().map(digests::get).toList();
  }

  private Set<Integer> candidates(TextSignature signature) {
    Set<Integer> candidates = new TreeSet<>();
    for (int i = 0; i < BANDS; i++) {
      candidates.addAll(bands.getOrDefault(key(signature, i), List.of()));
    }
    candidates.removeIf(other -> signatures.get(other).shared(signature) < FEWEST_SHARED);
    return candidates;
  }

  /**
   * The digest of the first text that is nearly the same as this one.
   *
   * @param text is asked for only where some may be
   */
  Optional<String> first(TextSignature signature, Supplier<String> text) {
    Set<Integer> candidates = candidates(signature);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Set<Long> runs = TextSignature.runs(text.get());
    return candidates.stream().map(digests::get).filter(digest -> texts.apply(digest).filter(
        other -> areAlike(runs, TextSignature.runs(other))).isPresent()).findFirst();
  }

  private static boolean areAlike(Set<Long> one, Set<Long> other) {
    long shared = one.stream().filter(other::contains).count();
    return shared >= IN_THE_OTHER * Math.min(one.size(), other.size())
        && shared >= IN_BOTH * (one.size() + other.size() - shared);
  }
}
