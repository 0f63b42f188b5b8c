package org.entente.learned;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From what one can tell which field an undertaking belongs to: what the encoder makes of the word, what the words
 * around it speak of, and what the article was about so far.
 */
final class FieldFeatures {

  /** So many fields are likely enough to be considered. */
  private static final int CONSIDERED = 5;

  private final Guess guess;
  private final List<String> likely;
  private final List<String> byRule;
  private final Map<String, Integer> told;
  private final int allTold;

  /**
   * @param byRule what the words around it speak of, the strongest first
   * @param told how often the article seemed to tell of undertakings of each field so far
   */
  FieldFeatures(Guess guess, List<String> byRule, Map<String, Integer> told) {
    this.guess = guess;
    this.likely = guess.likelyFields();
    this.byRule = byRule;
    this.told = Map.copyOf(told);
    this.allTold = told.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The fields that come into question. */
  Set<String> candidates() {
    Set<String> candidates = new LinkedHashSet<>(likely.subList(0, Math.min(CONSIDERED, likely.size())));
    byRule.stream().filter(guess.fields()::containsKey).forEach(candidates::add);
    return candidates;
  }

  /** What speaks for and against a field, {@link #candidates() one of those}. */
  Map<String, Float> of(String field) {
    Map<String, Float> f = new LinkedHashMap<>();
    double logit = SparseModel.logit(guess.fields().get(field));
    String bin = " " + (int) Math.max(-6, Math.min(4, Math.floor(logit)));
    String place = "place " + Math.min(3, likely.indexOf(field));
    String rule = "rules " + (byRule.isEmpty() ? "silent" : byRule.indexOf(field));
    double share = allTold == 0 ? -1 : (double) told.getOrDefault(field, 0) / allTold;
    String before = "before " + (share < 0 ? "first" : String.valueOf((int) Math.ceil(share * 4)));
    f.put("likely", (float) logit);
    f.put("likely" + bin, 1f);
    f.put(place, 1f);
    f.put(rule, 1f);
    f.put(rule + bin, 1f);
    f.put(rule + " " + place, 1f);
    f.put(rule + " " + field, 1f);
    f.put(before, 1f);
    f.put(before + bin, 1f);
    f.put(before + " " + rule, 1f);
    f.put(field, 1f);
    f.put(field + " likely", (float) logit);
    f.put(field + " " + guess.kind(), 1f);
    f.put(field + " instead of " + likely.getFirst(), 1f);
    return f;
  }
}
