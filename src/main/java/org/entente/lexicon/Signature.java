package org.entente.lexicon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Kind;

/**
 * What a word says of the thing it governs, where the word is affirmed and where it is negated: "manage" (fact, not),
 * "refuse" (ended, open). After Karttunen's implicative verbs.
 *
 * @param words lemmas; the first is the governing word, the rest stand beside it
 * @param governs in which constructions it governs
 * @param kinds the kinds that it carries as a noun; empty for all
 * @param stage step of an agreement that it reports
 * @param example a sentence in which it is read so
 */
public record Signature(
    List<String> words,
    Set<Governs> governs,
    Says affirmed,
    Says negated,
    Set<Kind> kinds,
    Optional<String> stage,
    String example) {

  /** The construction in which a word governs another. */
  public enum Governs {
    INFINITIVE,
    GERUND,
    CLAUSE,
    NOUN,
    SUBJECT,
    MODIFIER,
    ADVERB,
    DETERMINER,
    CONJUNCTION,
    ADJUNCT,
    MODAL,
    PREDICATE,
    STAGE
  }

  /** What a word says of the thing that it governs. */
  public enum Says {
    /** As the rest of the sentence says. */
    FACT,
    /** It does not hold. */
    NOT,
    /** Nothing is asserted. */
    OPEN,
    /** Somebody says so whom the text does not follow: a rumour, an allegation. It may still be denied. */
    CLAIMED,
    ONGOING,
    NEGOTIATING,
    PLANNED,
    OFFERED,
    PROPOSED,
    /** Offered where a state urges it, proposed where an observer does. */
    URGED,
    POSSIBLE,
    STOPPED,
    CALLED_OFF,
    REFUSED,
    FAILED,
    LAPSED,
    DENIED;

    /** How what follows came to its end, where it did. */
    public Optional<Ending> ending() {
      return Arrays.stream(Ending.values()).filter(e -> e.name().equals(name())).findFirst();
    }
  }

  public Signature {
    words = List.copyOf(words);
    governs = Set.copyOf(governs);
    kinds = Set.copyOf(kinds);
  }

  public String lemma() {
    return words.getFirst();
  }

  /** The words that must stand beside the governing one. */
  public List<String> beside() {
    return words.subList(1, words.size());
  }

  /** @param kind what it is to carry; empty where it governs a word that is no undertaking itself */
  public boolean carries(Optional<Kind> kind) {
    return kinds.isEmpty() || kind.isEmpty() || kinds.contains(kind.get());
  }

  public Says says(boolean affirmative) {
    return affirmative ? affirmed : negated;
  }
}
