package org.entente.argument;

import static org.entente.syntax.Relation.*;

import org.entente.event.Bodies;
import org.entente.event.EventMention;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/**
 * Who is only talked about: "talks <i>on Syria</i>", "according to <i>Moscow</i>", the enemy in a war; of bodies also
 * those that something is for or whose rules are spoken of: "a working group for <i>NATO</i> standards".
 */
public final class Topics {

  private final Lexicon lexicon;

  public Topics(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether a preposition of topic stands between the mention and the event. */
  boolean isTopic(EventMention event, ActorMention mention) {
    ClauseGraph graph = event.graph();
    boolean body = Bodies.isBody(mention) && !lexicon.kind(event.kind()).has(Trait.JOINED);
    for (Word at : graph.path(event.sentence().headOf(mention.span()))) {
      boolean programme = body && isProgramme(mention) && at.is(COMPOUND, AMOD, POSS);
      if (programme) {
        return true;
      }
      if (at.index() == event.word().index() || dated(graph, at) || betweenParties(graph, at, event)) {
        return false;
      }
      if (isNamedAsTopic(event, at) || isOfPeople(at) || body && isOfAnother(event, at)) {
        return true;
      }
    }
    return false;
  }

  /** "A and B discussed the crisis <i>between C and D</i>": where those who talk are named, its matter is of others. */
  boolean isOthersBusiness(EventMention event, ActorMention mention) {
    if (!event.word().isVerb() || !lexicon.kind(event.kind()).has(Trait.HAS_MATTER)) {
      return false;
    }
    ClauseGraph graph = event.graph();
    boolean between = false;
    for (Word at : graph.path(event.sentence().headOf(mention.span()))) {
      between |= lexicon.isA(at.marker(), "BetweenParties");
      if (at.is(OBJ) && at.head() == event.word().index()) {
        return between && !event.trigger().span().overlaps(at.span());
      }
    }
    return false;
  }

  private boolean isNamedAsTopic(EventMention event, Word at) {
    return isTopical(at) || !at.marker().isEmpty() && at.is(OBL, NMOD, PCOMP) && isTopic(at.marker(), event);
  }

  /** "aid for <i>refugees</i> from Sudan", "a meeting on Haitian <i>migrants</i>": of whose people it is about. */
  private boolean isOfPeople(Word at) {
    return at.is(OBL, NMOD) && lexicon.isA(at.lemma(), "Displaced")
        && (lexicon.isA(at.marker(), "Purpose") || lexicon.isA(at.marker(), "Matter"));
  }

  private static boolean isProgramme(ActorMention mention) {
    return mention.actors().stream().anyMatch(a -> a.className().equals("Programme"));
  }

  /** "<i>regarding</i> the bank", which the parser may take for a verb, "with <i>respect</i> to the bank". */
  private boolean isTopical(Word at) {
    return at.tag().equals("VBG") && lexicon.isA(at.form(), "Topic")
        || at.is(OBL, NMOD) && lexicon.isA(at.form(), "TopicNoun");
  }

  /** "NATO <i>standards</i>" are spoken of and NATO does nothing; what is "for the bank" is not the bank's. */
  private boolean isOfAnother(EventMention event, Word at) {
    boolean rule = lexicon.isA(at.lemma(), "RuleOfBody") && !event.sentence().named(at);
    boolean purpose = at.is(OBL, NMOD) && lexicon.isA(at.marker(), "Purpose")
        && !event.frame().slots().containsKey(at.marker())
        && !lexicon.kind(event.kind()).slots().containsKey(at.marker());
    boolean topic = at.is(OBL, NMOD, PCOMP) && lexicon.isA(at.marker(), "TopicOfBody");
    return rule || purpose || topic;
  }

  private boolean isTopic(String preposition, EventMention event) {
    if (event.frame().slots().containsKey(preposition)) {
      return false;
    }
    if (lexicon.isA(preposition, "Matter")) {
      return lexicon.kind(event.kind()).has(Trait.HAS_MATTER);
    }
    return topical(preposition);
  }

  /** "about"; of a preposition of several words ("according to") the first tells. */
  private boolean topical(String preposition) {
    return lexicon.isA(preposition, "Topic") || lexicon.isA(preposition.split(" ")[0], "Topic");
  }

  /** "On Friday Oman and India signed": the parser hangs the subject on the weekday's preposition. */
  private boolean dated(ClauseGraph graph, Word at) {
    return at.is(OBL, NMOD) && graph.children(at, COMPOUND).anyMatch(c -> lexicon.isA(c.lemma(), "Weekday"));
  }

  /** "a memorandum on fisheries between A and B": whatever the topic, it is between these two. */
  private boolean betweenParties(ClauseGraph graph, Word at, EventMention event) {
    return lexicon.isA(at.marker(), "BetweenParties")
        && lexicon.kind(event.kind()).has(Trait.SIGNED)
        && graph.head(at).filter(noun -> lexicon.isA(noun.lemma(), "Conflict")).isEmpty();
  }

  /** In an item of advice: in a topic, under a word of conflict, or in a remark in brackets. */
  public boolean isOnlyTalkedAbout(AnnotatedSentence sentence, ActorMention mention) {
    ClauseGraph graph = sentence.graph();
    for (Word at : graph.path(sentence.headOf(mention.span()))) {
      boolean topic = at.is(OBL, NMOD, PCOMP) && topical(at.marker());
      boolean conflict = lexicon.isA(at.lemma(), "Conflict");
      if (topic || conflict || isTopical(at) || at.is(ACL) && at.tag().equals("VBN")) {
        return true;
      }
    }
    return false;
  }
}
