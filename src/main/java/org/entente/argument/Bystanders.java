package org.entente.argument;

import static org.entente.syntax.Relation.*;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.event.Bodies;
import org.entente.event.EventMention;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/**
 * Who is named beside an event and has nothing to do with it: to whom a party is likened, of whom the parties speak, who looks
 * on, who carries what others give, and whose own doings are told in the same sentence.
 */
final class Bystanders {

  private static final List<String> MEMBERS = List.of("StateNoun", "Counterpart", "MemberNoun");

  private final Lexicon lexicon;

  Bystanders(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether somebody has nothing to do with an event, wherever the rest of the text has him. */
  boolean isBystander(EventMention event, ActorMention mention) {
    Word own = event.sentence().headOf(mention.span());
    boolean ofOneMember = Bodies.isBody(mention) && isOfOneMember(event, own);
    return ofOneMember || isMatter(event, mention, own) || isOnlooker(event, own) || isApart(event, own)
        || isOnTheWay(event, mention, own)
        || isAside(event, own);
  }

  /** "<i>like A</i>, B signed", "talks <i>amid A's quarrel with B</i>", "C, a neighbour <i>of A</i>, and B signed". */
  private boolean isAside(EventMention event, Word own) {
    AnnotatedSentence sentence = event.sentence();
    boolean toldAside = false;
    for (Word at : event.graph().path(own)) {
      if (at.index() == event.word().index()) {
        return false;
      }
      toldAside |= at.is(RELCL);
      boolean aside = toldAside || lexicon.isA(at.lemma(), "StateNoun") || lexicon.isA(at.lemma(), "Counterpart");
      boolean ofAnother = aside && at.is(APPOS) && at.index() != own.index() && sentence.mentionAt(at).isEmpty()
          && event.graph().head(at).flatMap(sentence::mentionAt).filter(m -> !m.states().isEmpty()).isPresent();
      if (ofAnother || at.is(OBL, NMOD, PCOMP) && lexicon.isA(at.marker(), "Bystander")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether somebody and an event stand on two sides of a word that sets one thing beside another in time, and each side is of
   * others: "ASEAN's ministers meet <i>ahead of</i> the visit of India's to Jakarta", "she will go to Chile, <i>while</i> China's
   * minister tours Fiji".
   */
  private boolean isApart(EventMention event, Word own) {
    ClauseGraph graph = event.graph();
    List<Word> over = graph.path(own);
    List<Word> overEvent = graph.path(event.word());
    return Stream.concat(over.stream(), overEvent.stream())
        .filter(w -> isIn(w, over) != isIn(w, overEvent))
        .anyMatch(w -> isOfOthers(event.sentence(), w) || isIn(w, over) && isBesideAll(event, w));
  }

  private static boolean isIn(Word word, List<Word> path) {
    return path.stream().anyMatch(w -> w.index() == word.index());
  }

  /** Whether what stands under a word is told beside the rest, and is of others than the rest: two, or who does something. */
  private boolean isOfOthers(AnnotatedSentence sentence, Word word) {
    boolean clause = word.is(ADVCL) && lexicon.isA(word.marker(), "Contrast");
    boolean phrase = word.is(OBL, NMOD) && word.isNoun() && lexicon.isA(word.marker(), "Sequel");
    if (!clause && !phrase) {
      return false;
    }
    BitSet inside = sentence.graph().subtree(word);
    BitSet outside = new BitSet();
    outside.set(0, sentence.graph().words().size());
    outside.andNot(inside);
    Set<String> here = named(sentence, inside);
    List<ActorMention> rest = AnnotatedSentence.acting(sentence.mentionsIn(outside))
        .filter(m -> Bodies.isBody(m) || !m.states().isEmpty()).toList();
    return here.size() >= (clause ? 1 : 2) && (clause || !rest.isEmpty())
        && rest.stream().allMatch(m -> Collections.disjoint(m.states(), here));
  }

  /** "he will visit Togo <i>as Turkey's president ends a trip</i>": whose clause is told beside one that has all it needs. */
  private boolean isBesideAll(EventMention event, Word verb) {
    ClauseGraph graph = event.graph();
    boolean beside = verb.is(ADVCL) && lexicon.isA(verb.marker(), "Meanwhile") && event.word().isVerb();
    if (!beside) {
      return false;
    }
    Set<String> all = named(event.sentence(), graph.clause(event.word()));
    graph.subject(event.word()).ifPresent(s -> all.addAll(named(event.sentence(), graph.nounPhrase(s))));
    Set<String> here = named(event.sentence(), graph.subtree(verb));
    return all.size() >= 2 && !here.isEmpty() && Collections.disjoint(all, here);
  }

  private static Set<String> named(AnnotatedSentence sentence, BitSet region) {
    return sentence.mentionsIn(region).stream().flatMap(m -> m.states().stream()).collect(Collectors.toSet());
  }

  /** "<i>C</i> condemned the pact of A and B", "their drill was welcomed by <i>C</i>": who has an attitude to others' doings. */
  private boolean isOnlooker(EventMention event, Word own) {
    return !lexicon.kind(event.kind()).has(Trait.SAID)
        && attitudes(event).anyMatch(verb -> isOfOthersThan(event, own, verb));
  }

  /** The verbs over an event that tell what somebody thinks of it. */
  Stream<Word> attitudes(EventMention event) {
    return event.graph().path(event.word()).stream().skip(1)
        .filter(
            verb -> verb.isVerb() && lexicon.isA(verb.lemma(), "Attitude") && !lexicon.isA(verb.lemma(), "Answering"));
  }

  /** Whether somebody has the attitude that a verb tells, and what it is about is of two others. */
  private static boolean isOfOthersThan(EventMention event, Word own, Word verb) {
    ClauseGraph graph = event.graph();
    Optional<Word> holder = graph.passive(verb) ? graph.agent(verb) : graph.subject(verb);
    if (holder.filter(h -> graph.isUnder(own, h) && !graph.isUnder(event.word(), h)).isEmpty()) {
      return false;
    }
    BitSet about = graph.subtree(verb);
    about.andNot(graph.subtree(holder.get()));
    Set<String> others = named(event.sentence(), about);
    return others.size() >= 2
        && Collections.disjoint(others, event.sentence().statesIn(graph.nounPhrase(holder.get())));
  }

  /** "was the first <i>EU</i> member to buy", "NATO ally A bought": what one of its members does is not the body's. */
  private boolean isOfOneMember(EventMention event, Word own) {
    ClauseGraph graph = event.graph();
    boolean joined = lexicon.kind(event.kind()).has(Trait.JOINED);
    return graph.head(own).filter(n -> own.is(COMPOUND, AMOD, POSS) && n.tag().equals("NN"))
        .filter(n -> MEMBERS.stream().anyMatch(c -> lexicon.isA(n.lemma(), c)))
        .filter(n -> !joined || graph.child(n, ACL, RELCL).isPresent()).isPresent();
  }

  /** "A and B discussed <i>C, D</i> and energy", "<i>C's</i> plans": of whom they speak, where the sentence has who speaks. */
  private boolean isMatter(EventMention event, ActorMention mention, Word own) {
    ClauseGraph graph = event.graph();
    boolean discusses = event.word().isVerb() && lexicon.kind(event.kind()).has(Trait.HAS_MATTER)
        && lexicon.isA(event.word().lemma(), "Discussing");
    if (!discusses) {
      return false;
    }
    Word named = graph.firstConjunct(own);
    Word phrase = named.is(COMPOUND, AMOD, POSS) ? graph.firstConjunct(graph.head(named).orElse(named)) : named;
    return phrase.is(OBJ) && phrase.head() == event.word().index()
        && graph.subject(event.word()).map(s -> event.sentence().statesIn(graph.nounPhrase(s)))
            .filter(speakers -> !speakers.isEmpty() && Collections.disjoint(speakers, mention.states())).isPresent();
  }

  /** Who made or only carries what others give, and by whose land it goes: "gas from A <i>through B</i>". */
  private boolean isOnTheWay(EventMention event, ActorMention mention, Word own) {
    boolean through = own.is(OBL, NMOD) && lexicon.isA(own.marker(), "Transit") && mention.sense() != Sense.REFERENCE
        && !mention.states().isEmpty();
    return lexicon.kind(event.kind()).has(Trait.OF_THINGS)
        && (through || isOfMake(event, own) || isCarrier(event, own));
  }

  /** "A sent B <i>C-made</i> drones", "a <i>C-flagged</i> tanker brought B's gas to A": where others give, or take. */
  private boolean isOfMake(EventMention event, Word own) {
    Optional<Word> participle = event.graph().head(own).filter(p -> p.index() > own.index() && p.is(COMPOUND, AMOD));
    return participle.filter(p -> lexicon.isA(p.form(), "OfFlag")).isPresent()
        || participle.filter(p -> lexicon.isA(p.form(), "OfMake")).isPresent() && event.word().isVerb()
            && event.graph().subject(event.word()).filter(event.sentence()::holdsStates).isPresent();
  }

  /** "a <i>Ukrainian</i> aeroplane delivered Swedish radars": who only carries what is another's. */
  private boolean isCarrier(EventMention event, Word own) {
    ClauseGraph graph = event.graph();
    return graph.head(own)
        .filter(v -> own.is(COMPOUND, AMOD, POSS) && v.is(NSUBJ, AGENT) && lexicon.isA(v.lemma(), "Vehicle"))
        .filter(v -> Stream.concat(graph.children(v, ACL), graph.head(v).stream())
            .flatMap(verb -> graph.objects(verb).stream()).filter(o -> o.index() != v.index())
            .anyMatch(o -> graph.children(o, COMPOUND, AMOD, POSS).flatMap(c -> event.sentence().mentionAt(c).stream())
                .anyMatch(m -> !m.states().isEmpty())))
        .isPresent();
  }
}
