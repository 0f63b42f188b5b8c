package org.entente.factuality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Signature;
import org.entente.lexicon.Signature.Governs;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Govern;
import org.entente.syntax.Relation;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;

/** Finds the entry that fits a word in its place: the most specific one whose other words stand beside it. */
final class SignatureFinder {

  /** Marks entries of a noun whose verb of the same lemma says something else: "a report that", "reported that". */
  private static final String NOUN = "/n";

  /** Marks entries of a verb in the bare past: "used to train", where "used ships to train" says something else. */
  private static final String BARE_PAST = "/v";

  private static final Comparator<Signature> SPECIFIC =
      Comparator.comparingInt((Signature s) -> s.words().size()).thenComparing(s -> !s.kinds().isEmpty());

  private final ClauseGraph graph;
  private final Lexicon lexicon;

  SignatureFinder(ClauseGraph graph, Lexicon lexicon) {
    this.graph = graph;
    this.lexicon = lexicon;
  }

  /** The entry for what governs a word. */
  Optional<Signature> of(Govern step, Optional<Kind> kind) {
    if (step.manner() == Govern.Manner.CONJUNCTION) {
      // "ruled out signing": the parser takes the gerund for an adverbial.
      boolean gerund = step.marker().isEmpty() && step.governed().tag().equals("VBG");
      // "teamed up to sign": the infinitive of a verb that asks for one is no purpose.
      Optional<Signature> asked =
          lexicon.isA(step.marker(), "InfinitiveMarker") ? governor(step, Governs.INFINITIVE, kind) : Optional.empty();
      return gerund ? governor(step, Governs.GERUND, kind) : asked.or(() -> conjunction(step.marker()));
    }
    Optional<Signature> found = unmasking(step).or(() -> governor(step, governs(step.manner()), kind));
    // "marked the day by signing": no verb asks for this preposition, so it speaks for itself.
    if (found.isPresent() || step.marker().isEmpty()) {
      return found;
    }
    return switch (step.manner()) {
      case GERUND -> asksFor(step) ? found : conjunction(step.marker());
      case NOUN -> preposition(step.marker(), kind);
      default -> found;
    };
  }

  /** "described <i>as false</i> a report", "called the claim <i>baseless</i>": what is said of the object denies it. */
  private Optional<Signature> unmasking(Govern step) {
    boolean object = step.manner() == Govern.Manner.NOUN && step.governed().is(Relation.OBJ, Relation.NSUBJ_PASS);
    return graph.children(step.governor(), Relation.PREDICATIVE, Relation.PCOMP, Relation.OBL)
        .filter(c -> object && c.isAdjective() && (c.marker().isEmpty() || lexicon.isA(c.marker(), "As")))
        .flatMap(c -> entries(c).stream())
        .filter(
            s -> s.governs().contains(Governs.NOUN) && s.affirmed() == Signature.Says.DENIED && s.beside().isEmpty())
        .findFirst();
  }

  /**
   * Whether a gerund behind such a preposition is what its governor is about: "keen on signing", "insisted on signing".
   * What the governor says of it has to be known then; "bowed twice on signing" only tells when.
   */
  private boolean asksFor(Govern step) {
    boolean atOnce =
        graph.children(step.governed()).stream()
            .anyMatch(c -> c.is(Relation.CASE) && c.index() == step.governor().index() + 1);
    return lexicon.isA(step.marker(), "AskedForPreposition") && (atOnce || !step.governor().isVerb());
  }

  private Optional<Signature> governor(Govern step, Governs governs, Optional<Kind> kind) {
    Set<String> beside = beside(step);
    Optional<String> particle = graph.particle(step.governor()).map(Word::lemma);
    Optional<Word> predicative = lexicon.isA(step.governor().lemma(), "Be")
        ? graph.child(step.governor(), Relation.PREDICATIVE)
            .filter(p -> governs == Governs.INFINITIVE || governs == Governs.CLAUSE && p.isAdjective())
        : Optional.empty();
    return entries(step.governor()).stream()
        .filter(s -> s.governs().contains(governs) && s.carries(kind))
        .filter(s -> beside.containsAll(s.beside()) && marked(s, step))
        .filter(s -> particle.isEmpty() || s.beside().contains(particle.get())
            || !hasParticles(step.governor(), particle.get()))
        .filter(s -> predicative.isEmpty() || !s.beside().isEmpty())
        .max(SPECIFIC)
        .or(() -> predicative.flatMap(p -> ofPredicative(p, governs, kind)));
  }

  /** "It was a <i>pleasure</i> to visit", "is <i>doubtful</i> that": the predicative says what that is, not the verb. */
  private Optional<Signature> ofPredicative(Word predicative, Governs governs, Optional<Kind> kind) {
    return entries(predicative).stream()
        .filter(s -> s.governs().contains(governs) && s.carries(kind) && s.beside().isEmpty()).findFirst();
  }

  private static Governs governs(Govern.Manner manner) {
    return switch (manner) {
      case NOUN, COPULA -> Governs.NOUN;
      case SUBJECT -> Governs.SUBJECT;
      case INFINITIVE -> Governs.INFINITIVE;
      case GERUND -> Governs.GERUND;
      case CLAUSE -> Governs.CLAUSE;
      case CONJUNCTION -> Governs.CONJUNCTION;
    };
  }

  /** By lemma, and for participles that serve as adjectives ("prepared", "determined") by their form. */
  private List<Signature> entries(Word word) {
    List<Signature> entries = new ArrayList<>(word.isNoun() ? lexicon.signatures(word.lemma() + NOUN) : List.of());
    if (isBarePast(word)) {
      entries.addAll(lexicon.signatures(word.lemma() + BARE_PAST));
    }
    entries.addAll(lexicon.signatures(word.lemma()));
    return entries.isEmpty() ? lexicon.signatures(word.form()) : entries;
  }

  private boolean isBarePast(Word word) {
    return word.tag().equals("VBD") && !graph.passive(word) && graph.objects(word).isEmpty();
  }

  private boolean hasParticles(Word word, String particle) {
    return entries(word).stream().anyMatch(s -> s.beside().contains(particle));
  }

  /** The preposition of what is governed must be named by the entry: "insist on signing" is not "insist". */
  private boolean marked(Signature signature, Govern step) {
    boolean bare = step.marker().isEmpty()
        || lexicon.isA(step.marker(), "InfinitiveMarker") && step.manner() == Govern.Manner.CONJUNCTION
        || step.manner() == Govern.Manner.CLAUSE;
    return bare || signature.beside().containsAll(Arrays.asList(step.marker().split(" ")));
  }

  private Set<String> beside(Govern step) {
    Set<String> beside = new HashSet<>(Arrays.asList(step.marker().split(" ")));
    for (Word c : graph.children(step.governor())) {
      if (c.index() == step.governed().index() || c.is(Relation.NSUBJ, Relation.PUNCT)) {
        continue;
      }
      add(c, beside);
      graph.children(c).stream().filter(g -> g.index() != step.governed().index()).forEach(g -> add(g, beside));
    }
    return beside;
  }

  private static void add(Word word, Set<String> to) {
    to.add(word.lemma());
    to.add(word.form());
    to.addAll(Arrays.asList(word.marker().split(" ")));
  }

  private Optional<Signature> conjunction(String marker) {
    return introducing(marker, Governs.CONJUNCTION);
  }

  /** "during the visit", "ahead of the talks": a preposition that says by itself how the event is meant. */
  private Optional<Signature> preposition(String marker, Optional<Kind> kind) {
    return introducing(marker, Governs.ADJUNCT).filter(s -> s.carries(kind));
  }

  private Optional<Signature> introducing(String marker, Governs governs) {
    String[] words = marker.split(" ");
    return lexicon.signatures(words[0]).stream()
        .filter(s -> s.governs().contains(governs))
        .filter(s -> Arrays.asList(words).containsAll(s.words()))
        .max(SPECIFIC);
  }

  Optional<Signature> modal(String lemma) {
    return lexicon.signatures(lemma).stream().filter(s -> s.governs().contains(Governs.MODAL)).findFirst();
  }

  /** A word before a noun: by its form ("planned") or lemma. */
  Optional<Signature> modifier(Word word, Optional<Kind> kind) {
    return single(word, Governs.MODIFIER).filter(s -> s.carries(kind));
  }

  Optional<Signature> determiner(Word word) {
    return single(word, Governs.DETERMINER);
  }

  private Optional<Signature> single(Word word, Governs governs) {
    return lexicon.signatures(word.form()).stream()
        .filter(s -> s.governs().contains(governs) && s.beside().isEmpty())
        .findFirst()
        .or(
            () -> lexicon.signatures(word.lemma()).stream()
                .filter(s -> s.governs().contains(governs) && s.beside().isEmpty())
                .findFirst());
  }

  /** "almost", "no longer", "in vain": an adverb of one word or two. */
  Optional<Signature> adverb(Word word) {
    if (word.is(Relation.ADVMOD, Relation.NEG, Relation.OBL, Relation.DEP)) {
      String first = word.marker().isEmpty() ? word.lemma() : word.marker();
      Set<String> beside = new HashSet<>();
      add(word, beside);
      graph.children(word).forEach(c -> add(c, beside));
      return lexicon.signatures(first).stream()
          .filter(s -> s.governs().contains(Governs.ADVERB) && beside.containsAll(s.beside()))
          .max(SPECIFIC)
          .or(() -> leading(word));
    }
    return Optional.empty();
  }

  /** "no longer": the parser makes the first word hang on the second. */
  private Optional<Signature> leading(Word word) {
    return graph.children(word).stream()
        .flatMap(c -> lexicon.signatures(c.lemma()).stream())
        .filter(s -> s.governs().contains(Governs.ADVERB) && s.beside().equals(List.of(word.form())))
        .findFirst();
  }

  Optional<Signature> predicate(Word word) {
    return single(word, Governs.PREDICATE);
  }
}
