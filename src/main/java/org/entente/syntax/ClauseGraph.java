package org.entente.syntax;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.text.Sentence;
import org.entente.text.Span;

/**
 * The clause graph of one sentence: what depends on what, and, worked out from that, subjects and objects that are
 * understood, the phrase of a noun, the clause of a verb. It knows nothing of actors or undertakings.
 */
public final class ClauseGraph {

  /** How far an understood subject is sought. */
  private static final int DEPTH = 6;

  private static final Set<Relation> CLAUSES = EnumSet.of(CCOMP, ADVCL, RELCL, CSUBJ, PARATAXIS);

  private final Sentence sentence;
  private final List<Word> words;
  private final List<List<Word>> children = new ArrayList<>();

  /** @param words one for each token, in order */
  public ClauseGraph(Sentence sentence, List<Word> words) {
    this.sentence = sentence;
    this.words = List.copyOf(words);
    words.forEach(w -> children.add(new ArrayList<>(4)));
    words.stream().filter(w -> w.head() >= 0).forEach(w -> children.get(w.head()).add(w));
  }

  public Sentence sentence() {
    return sentence;
  }

  public Span span() {
    return sentence.span();
  }

  public List<Word> words() {
    return words;
  }

  public Word word(int index) {
    return words.get(index);
  }

  /** Whether the sentence asks: a question mark, perhaps before a closing quotation mark or bracket. */
  public boolean question() {
    return words.stream().skip(Math.max(0, words.size() - 3)).anyMatch(t -> t.form().equals("?"));
  }

  /**
   * The same where a participle only says more of the noun behind it, which the parser took for its object: "held talks with
   * <i>visiting</i> President Radev".
   */
  public ClauseGraph attributive(Word participle, Word noun) {
    int over = head(participle).flatMap(this::verbOf).map(Word::index).orElse(noun.index());
    List<Word> mended = new ArrayList<>();
    for (Word w : words) {
      if (w.index() == noun.index()) {
        mended.add(new Word(w.token(), participle.head(), nominal(participle), participle.marker()));
      } else if (w.index() == participle.index()) {
        mended.add(new Word(w.token(), noun.index(), COMPOUND, ""));
      } else if (w.head() == participle.index()) {
        mended.add(new Word(w.token(), w.is(CASE) ? noun.index() : over, w.relation(), w.marker()));
      } else {
        mended.add(w);
      }
    }
    return new ClauseGraph(sentence, mended);
  }

  /** How a noun stands in the place of a gerund. */
  private Relation nominal(Word gerund) {
    return switch (gerund.relation()) {
      case PCOMP -> head(gerund).filter(Word::isVerb).isPresent() ? OBL : NMOD;
      case XCOMP, CCOMP -> OBJ;
      case CSUBJ -> NSUBJ;
      default -> gerund.relation();
    };
  }

  // ---- steps

  public List<Word> children(Word of) {
    return children.get(of.index());
  }

  public Stream<Word> children(Word of, Relation... relations) {
    return children(of).stream().filter(c -> c.is(relations));
  }

  public Optional<Word> child(Word of, Relation... relations) {
    return children(of, relations).findFirst();
  }

  public boolean hasChild(Word of, Predicate<Word> test) {
    return children(of).stream().anyMatch(test);
  }

  public Optional<Word> head(Word of) {
    return of.head() < 0 ? Optional.empty() : Optional.of(words.get(of.head()));
  }

  /** The word and those above it, up to the root. */
  public List<Word> path(Word from) {
    List<Word> path = new ArrayList<>();
    Optional<Word> at = Optional.of(from);
    while (at.isPresent() && path.size() < words.size()) {
      path.add(at.get());
      at = head(at.get());
    }
    return path;
  }

  public boolean isUnder(Word word, Word above) {
    return path(word).stream().anyMatch(w -> w.index() == above.index());
  }

  /** The word itself and those coordinated with it: "A, B and C". */
  public List<Word> coordinated(Word first) {
    List<Word> all = new ArrayList<>(List.of(first));
    children(first, CONJ).filter(c -> c.isVerb() == first.isVerb()).forEach(c -> all.addAll(coordinated(c)));
    return all;
  }

  /** The first of the words that this one is coordinated with. */
  public Word firstConjunct(Word word) {
    Word at = word;
    while (at.is(CONJ)) {
      at = words.get(at.head());
    }
    return at;
  }

  // ---- regions

  public BitSet subtree(Word root) {
    BitSet set = new BitSet(words.size());
    collect(root, set, c -> true);
    return set;
  }

  private void collect(Word word, BitSet into, Predicate<Word> enter) {
    into.set(word.index());
    children(word).stream().filter(enter).forEach(c -> collect(c, into, enter));
  }

  /** A noun and what hangs on it, without clauses that say something of it and without verbs coordinated with it. */
  public BitSet nounPhrase(Word noun) {
    BitSet set = new BitSet(words.size());
    set.set(noun.index());
    for (Word c : children(noun)) {
      boolean coordinatedVerb = c.is(CONJ) && !c.isNoun();
      if (!CLAUSES.contains(c.relation()) && !coordinatedVerb) {
        set.or(c.is(CONJ) ? nounPhrase(c) : phrase(c));
      }
    }
    return set;
  }

  private BitSet phrase(Word word) {
    BitSet set = new BitSet(words.size());
    collect(word, set, c -> !CLAUSES.contains(c.relation()));
    return set;
  }

  /** A verb's own words, arguments and adjuncts, without other clauses and coordinated verbs. */
  public BitSet clause(Word verb) {
    BitSet set = new BitSet(words.size());
    set.set(verb.index());
    for (Word c : children(verb)) {
      if (!CLAUSES.contains(c.relation()) && !(c.is(CONJ) && c.isVerb())) {
        set.or(phrase(c));
      }
    }
    return set;
  }

  // ---- verbs

  /** The verb whose clause a word stands in; the word itself where it is a verb. */
  public Optional<Word> verbOf(Word word) {
    return path(word).stream().filter(w -> w.isVerb() && !w.isAuxiliary()).findFirst();
  }

  public boolean passive(Word verb) {
    return child(verb, AUX_PASS, NSUBJ_PASS).isPresent()
        || verb.tag().equals("VBN") && (verb.is(ACL) || coordinatedPassive(verb));
  }

  private boolean coordinatedPassive(Word verb) {
    return verb.is(CONJ)
        && child(verb, AUX, NSUBJ).isEmpty()
        && head(verb).filter(h -> h.tag().equals("VBN") && passive(h)).isPresent();
  }

  /**
   * The subject of a verb, also where it is understood: of a coordinated verb that of the first; of an infinitive that
   * of the verb above it, or its object where it has one; of a relative clause the noun that it belongs to.
   */
  public Optional<Word> subject(Word verb) {
    return subject(verb, 0);
  }

  private Optional<Word> subject(Word verb, int depth) {
    if (depth > DEPTH) {
      return Optional.empty();
    }
    Optional<Word> own = child(verb, NSUBJ, NSUBJ_PASS, CSUBJ);
    if (own.isPresent()) {
      return own.get().isRelative() && verb.is(RELCL) ? head(verb) : own;
    }
    Optional<Word> head = head(verb);
    return switch (verb.relation()) {
      case CONJ -> head.filter(Word::isVerb).flatMap(h -> subject(h, depth + 1));
      case XCOMP -> head.flatMap(h -> controller(h, depth));
      case ADVCL, PCOMP -> head.flatMap(h -> subjectAbove(h, depth));
      case ACL -> head.flatMap(h -> holder(verb, h, depth));
      case RELCL -> head;
      // "the visiting president".
      case COMPOUND, AMOD -> head.filter(h -> verb.tag().equals("VBG"));
      default -> Optional.empty();
    };
  }

  /** Who is to do what an infinitive says: the object of the verb above ("asked B to"), else its subject. */
  private Optional<Word> controller(Word above, int depth) {
    Optional<Word> verb = verbOf(above);
    return verb.flatMap(v -> child(v, OBJ, IOBJ)).or(() -> verb.flatMap(v -> subject(v, depth + 1)));
  }

  private Optional<Word> subjectAbove(Word above, int depth) {
    return verbOf(above).flatMap(v -> subject(v, depth + 1));
  }

  /** "the treaty signed in May": the noun; "A's plan to sign": whoever holds the plan. */
  private Optional<Word> holder(Word verb, Word noun, int depth) {
    boolean infinitive = children(verb, AUX).anyMatch(t -> t.tag().equals("TO"));
    if (!infinitive) {
      return Optional.of(noun);
    }
    return child(noun, POSS).or(() -> verbOf(noun).flatMap(v -> subject(v, depth + 1)));
  }

  /**
   * What a verb acts on: its objects and those that it shares with a coordinated verb, the subject of a passive, the
   * noun before a participle or a relative clause; each with what is coordinated with it.
   */
  public List<Word> objects(Word verb) {
    List<Word> objects = new ArrayList<>();
    boolean ofClause = objectOfClause(verb);
    // The noun stands for its pronoun: "the ships that A sold".
    children(verb, OBJ, IOBJ, NSUBJ_PASS, PREDICATIVE).filter(o -> !ofClause || !o.isRelative())
        .forEach(o -> objects.addAll(coordinated(o)));
    head(verb).filter(h -> ofClause).ifPresent(objects::add);
    if (objects.isEmpty()) {
      // A noun right behind the verb that the parser takes for an adverbial.
      children(verb, OBL).filter(o -> o.marker().isEmpty() && o.index() > verb.index()).forEach(objects::add);
    }
    if (objects.isEmpty() && verb.is(CONJ) && passive(verb)) {
      subject(verb).ifPresent(objects::add);
    }
    if (objects.isEmpty()) {
      sharedObject(verb).ifPresent(o -> objects.addAll(coordinated(o)));
    }
    return objects;
  }

  /** "the treaty <i>signed</i> in May", "the ships that A <i>sold</i>". */
  private boolean objectOfClause(Word verb) {
    boolean participle = verb.is(ACL) && verb.tag().equals("VBN");
    boolean relative = verb.is(RELCL) && children(verb, NSUBJ).noneMatch(Word::isRelative);
    return participle || relative;
  }

  /** "<i>built</i> and delivered two ships". */
  private Optional<Word> sharedObject(Word verb) {
    return children(verb, CONJ)
        .filter(c -> c.isVerb() && c.tag().equals(verb.tag()))
        .flatMap(c -> children(c, OBJ))
        .findFirst();
  }

  public Optional<Word> particle(Word verb) {
    return child(verb, PARTICLE);
  }

  public Optional<Word> agent(Word verb) {
    return child(verb, AGENT);
  }

  /** The nouns behind a preposition of a word, each with what is coordinated with it. */
  public List<Word> behind(Word word, Predicate<String> preposition) {
    return children(word, OBL, NMOD, AGENT, IOBJ)
        .filter(c -> preposition.test(c.marker()))
        .flatMap(c -> coordinated(c).stream())
        .toList();
  }

  /** The nearest preposition that a word stands under, within its clause. */
  public Optional<String> preposition(Word word) {
    for (Word w : path(word)) {
      if (w.is(OBL, NMOD, PCOMP, AGENT) && !w.marker().isEmpty()) {
        return Optional.of(w.marker());
      }
      if (w.isVerb()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
