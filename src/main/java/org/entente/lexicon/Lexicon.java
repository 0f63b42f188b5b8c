package org.entente.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that announce undertakings and tell their status and field, ready for look-up by lemma. Immutable; built
 * by {@link LexiconReader}.
 */
public final class Lexicon {

  private final Map<String, List<EventNoun>> nouns;
  private final Map<String, List<EventVerb>> verbs;
  private final Map<String, List<Operator>> operators;
  private final Map<String, List<FieldCue>> cues;
  private final Map<String, Set<String>> classes;
  private final Map<String, String> usualFields;

  Lexicon(
      List<EventNoun> nouns,
      List<EventVerb> verbs,
      List<Operator> operators,
      List<FieldCue> cues,
      Map<String, Set<String>> classes,
      Map<String, String> usualFields) {
    this.nouns = index(nouns, n -> n.words().get(n.head()));
    this.verbs = index(verbs, EventVerb::lemma);
    this.operators = index(operators, Operator::lemma);
    this.cues = index(cues, c -> c.words().getFirst());
    this.classes = Map.copyOf(classes);
    this.usualFields = Map.copyOf(usualFields);
  }

  private static <T> Map<String, List<T>> index(List<T> entries, java.util.function.Function<T, String> key) {
    Map<String, List<T>> index = new HashMap<>();
    entries.forEach(e -> index.computeIfAbsent(key.apply(e), k -> new ArrayList<>()).add(e));
    return index;
  }

  /** Event nouns whose head is the given lemma, longest first. */
  public List<EventNoun> nouns(String lemma) {
    return nouns.getOrDefault(lemma, List.of());
  }

  /** Event verbs of that lemma, those with a particle first. */
  public List<EventVerb> verbs(String lemma) {
    return verbs.getOrDefault(lemma, List.of());
  }

  public List<Operator> operators(String lemma) {
    return operators.getOrDefault(lemma, List.of());
  }

  /** Field cues that begin with the given lemma, longest first. */
  public List<FieldCue> cues(String lemma) {
    return cues.getOrDefault(lemma, List.of());
  }

  /** What a kind of undertaking is about where no word tells: the local name of a field. */
  public String usualField(String kind) {
    return usualFields.getOrDefault(kind, "diplomacy");
  }

  /** Whether the lemma is a member of the noun class ("Goods", "Forces", "Joint", ...). */
  public boolean isA(String lemma, String nounClass) {
    return classes.getOrDefault(nounClass, Set.of()).contains(lemma);
  }

  /** The lemmas of a noun class. */
  public Set<String> members(String nounClass) {
    return classes.getOrDefault(nounClass, Set.of());
  }
}
