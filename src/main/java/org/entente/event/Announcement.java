package org.entente.event;

import static org.entente.syntax.Relation.*;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.lexicon.EventFrame;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Need;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.undertaking.Role;

/** Whether a trigger really announces an undertaking here: its noun has what its entry asks for, and nothing speaks against it. */
public final class Announcement {

  /** How far before a noun a word like "joint" may stand. */
  private static final int BEFORE = 6;

  private final Lexicon lexicon;

  public Announcement(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Sport and war: "the sides met in the semi-final", "the war of words", "exchanged fire". */
  public boolean isConflict(EventMention event) {
    ClauseGraph graph = event.graph();
    Word word = event.word();
    if (lexicon.isA(word.lemma(), "Sport")) {
      return true;
    }
    boolean encounter = lexicon.kind(event.kind()).has(Trait.ENCOUNTER);
    boolean sport =
        encounter
            && graph.words().stream()
                .anyMatch(w -> lexicon.isA(w.lemma(), "Sport") || lexicon.isA(w.token().form(), "Sport"));
    boolean fight = graph.children(word, OBJ).anyMatch(o -> lexicon.isA(o.lemma(), "Fire"));
    return sport || fight
        || graph.children(word, COMPOUND)
            .filter(c -> !event.trigger().span().overlaps(c.span()))
            .anyMatch(c -> lexicon.isA(c.lemma(), "Conflict"));
  }

  /**
   * "offered congratulations", "goes to the polls", "the census exercise": words of an undertaking in a sense that tells of
   * none.
   */
  public boolean isIdle(EventMention event) {
    ClauseGraph graph = event.graph();
    Word word = event.word();
    boolean said = lexicon.kind(event.kind()).has(Trait.SAID);
    boolean trip = lexicon.kind(event.kind()).has(Trait.TRIP);
    return said && (lexicon.isA(word.lemma(), "Courtesy")
        || graph.children(word, OBJ).anyMatch(o -> lexicon.isA(o.lemma(), "Courtesy")))
        || trip && graph.children(word, OBL).anyMatch(o -> lexicon.isA(o.lemma(), "NoDestination"))
        || lexicon.isA(word.lemma(), "DrillOrTask")
            && graph.children(word, COMPOUND, AMOD).anyMatch(c -> lexicon.isA(c.lemma(), "Task"))
        || trip && (isOfPrivatePersons(event) || isAtHome(event)) || isMetWith(event)
        || isKnownBefore(event) || isInCompany(event);
  }

  /** "the plan <i>met with protest</i>": how something was received. */
  private boolean isMetWith(EventMention event) {
    return lexicon.kind(event.kind()).has(Trait.ENCOUNTER) && event.word().isVerb()
        && event.graph().children(event.word(), OBL, OBJ).anyMatch(o -> lexicon.isA(o.lemma(), "HowReceived"));
  }

  /** "Kenya's president, <i>on a visit to Kisumu</i>": who goes somewhere in his own country visits no other. */
  private boolean isAtHome(EventMention event) {
    if (event.frame().slots().get(EventFrame.SUBJECT) == Role.HOST) {
      return false;
    }
    AnnotatedSentence sentence = event.sentence();
    ClauseGraph graph = event.graph();
    Word word = event.word();
    Set<String> whither = graph.children(word, OBJ, OBL, NMOD)
        .flatMap(o -> Stream.concat(Stream.of(o), graph.children(o, NMOD)))
        .flatMap(o -> sentence.mentionAt(o).stream()).filter(m -> m.sense() == Sense.LOCATION)
        .flatMap(m -> m.states().stream()).collect(Collectors.toSet());
    Optional<Word> goer =
        word.isVerb() ? graph.subject(word).or(() -> graph.head(word).filter(h -> word.is(APPOS, ACL)))
            : graph.child(word, POSS).or(() -> lexicon.isA(word.marker(), "WhileOn")
                ? graph.verbOf(word).flatMap(graph::subject) : Optional.empty());
    Set<String> home = goer.stream().flatMap(g -> sentence.mentionAt(g).stream()).flatMap(m -> m.states().stream())
        .collect(Collectors.toSet());
    return !whither.isEmpty() && home.containsAll(whither);
  }

  /** "two <i>tourists</i> landed", "a teacher <i>held in Togo</i> landed": who travels for no state, or comes home from captivity. */
  private boolean isOfPrivatePersons(EventMention event) {
    ClauseGraph graph = event.graph();
    return event.word().isVerb() && graph.subject(event.word()).stream()
        .filter(s -> event.sentence().mentionAt(s).filter(m -> m.sense() == Sense.OFFICE).isEmpty())
        .flatMap(s -> Stream.concat(Stream.of(s), graph.children(s, APPOS)))
        .anyMatch(w -> lexicon.isA(w.lemma(), "Captive")
            || lexicon.isA(w.lemma(), "Private")
            || graph.children(w, ACL, RELCL, AMOD, COMPOUND).anyMatch(v -> lexicon.isA(v.lemma(), "Captivity")));
  }

  /** "joined Canada in asking for", "joined other members of the bloc": does what others do, and is no new member. */
  private boolean isInCompany(EventMention event) {
    return lexicon.kind(event.kind()).has(Trait.JOINED) && lexicon.isA(event.word().lemma(), "Joining")
        && event.graph().objects(event.word()).stream().anyMatch(o -> lexicon.isA(o.lemma(), "Company")
            || event.sentence().mentionAt(o).stream().flatMap(m -> m.actors().stream())
                .anyMatch(a -> a.type() == Actor.Type.STATE));
  }

  /**
   * "the implementation of <i>agreements</i> signed by both", "the exchange of <i>visits</i>": what is carried out or goes on
   * took place before, on no day that the sentence tells.
   */
  private boolean isKnownBefore(EventMention event) {
    ClauseGraph graph = event.graph();
    Word word = event.word();
    Word noun = word.is(ACL) ? graph.head(word).orElse(word) : word;
    if (!noun.is(NMOD) || !noun.tag().equals("NNS")) {
      return false;
    }
    boolean trip = lexicon.kind(event.kind()).has(Trait.TRIP);
    return graph.head(noun)
        .filter(over -> lexicon.isA(over.lemma(), "Fulfilment") || trip && lexicon.isA(over.lemma(), "Exchanging"))
        .isPresent();
  }

  /** "saw four visits": a count of undertakings that are told one by one; "six agreements and protocols" are one count. */
  public boolean isSummary(EventMention event) {
    return isCountedWithOther(event) || isCount(event);
  }

  private static boolean isCountedWithOther(EventMention event) {
    ClauseGraph graph = event.graph();
    Word word = event.word();
    Optional<Word> other = word.is(CONJ) && word.tag().equals("NNS") ? graph.head(word) : Optional.empty();
    return other.filter(o -> o.tag().equals("NNS") && o.index() == word.index() - 2).isPresent()
        && graph.children(word).stream().noneMatch(c -> c.index() < word.index());
  }

  private boolean isCount(EventMention event) {
    boolean encounter = lexicon.kind(event.kind()).has(Trait.ENCOUNTER);
    return encounter
        && event.word().tag().equals("NNS")
        && event.graph().children(event.word()).stream()
            .anyMatch(c -> c.tag().equals("CD") && event.graph().children(c).isEmpty());
  }

  /**
   * Whether a noun has beside it what its entry asks for.
   *
   * @param ownParties whether two parties stand at the noun itself
   */
  public boolean isAnnounced(EventMention event, boolean ownParties) {
    boolean told = event.factuality().carried() || !event.factuality().steps().isEmpty();
    if (lexicon.kind(event.kind()).has(Trait.STANDING) && !told) {
      // A body that exists and acts is no news; one that is set up, planned or dissolved is.
      return false;
    }
    Set<Need> needs = event.frame().needs();
    if (needs.isEmpty()) {
      return told || ownParties;
    }
    boolean settled = !event.veridicality().asserted() && !event.factuality().steps().isEmpty();
    return needs.stream().anyMatch(n -> shown(event, n, ownParties)) || settled && needs.contains(Need.SUPPORT);
  }

  /** "<i>Each</i> country is building a line": what every state does for itself. */
  public boolean isEachForItself(EventMention event) {
    ClauseGraph graph = event.graph();
    return lexicon.kind(event.kind()).has(Trait.BUILT)
        && Stream.concat(graph.children(event.word()).stream(),
            graph.subject(event.word()).stream().flatMap(s -> Stream.concat(Stream.of(s), graph.children(s).stream())))
            .anyMatch(w -> lexicon.isA(w.form(), "Distributive"));
  }

  private boolean shown(EventMention event, Need need, boolean ownParties) {
    return switch (need) {
      case JOINT -> modifiedBy(event, "Joint") || twoBefore(event) || carriedByTwo(event);
      case MILITARY -> modifiedBy(event, "Military");
      case SUPPORT -> event.factuality().carried();
      case PARTIES -> ownParties;
      default -> false;
    };
  }

  /** "A and B inaugurated a centre": what two states set up together is joint, though nobody says so. */
  private static boolean carriedByTwo(EventMention event) {
    return event.factuality().carried()
        && event.factuality().clauses().stream()
            .flatMap(v -> event.graph().subject(v).stream())
            .anyMatch(s -> event.sentence().statesIn(event.graph().nounPhrase(s)).size() >= 2);
  }

  private boolean modifiedBy(EventMention event, String wordClass) {
    List<Word> words = event.graph().words();
    BitSet phrase = event.graph().nounPhrase(event.word());
    int at = event.word().index();
    for (int i = at - 1; i >= Math.max(0, at - BEFORE) && phrase.get(i); i--) {
      if (lexicon.isA(words.get(i).lemma(), wordClass) || lexicon.isA(words.get(i).form(), wordClass)) {
        return true;
      }
    }
    return false;
  }

  /** "the Indian-Omani drill". */
  private boolean twoBefore(EventMention event) {
    BitSet before = event.graph().nounPhrase(event.word());
    before.clear(event.word().index(), Math.max(event.word().index() + 1, before.length()));
    return !lexicon.kind(event.kind()).has(Trait.BUILT) && event.sentence().statesIn(before).size() >= 2;
  }
}
