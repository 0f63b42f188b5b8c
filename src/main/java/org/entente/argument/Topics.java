package org.entente.argument;

import static org.entente.syntax.Relation.*;

import org.entente.event.EventMention;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/** Who is only talked about: "talks <i>on Syria</i>", "according to <i>Moscow</i>", the enemy in a war. */
public final class Topics {

  private final Lexicon lexicon;

  public Topics(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether a preposition of topic stands between the mention and the event. */
  boolean isTopic(EventMention event, ActorMention mention) {
    ClauseGraph graph = event.graph();
    for (Word at : graph.path(event.sentence().headOf(mention.span()))) {
      if (at.index() == event.word().index() || dated(graph, at) || betweenParties(graph, at, event)) {
        return false;
      }
      if (!at.marker().isEmpty() && at.is(OBL, NMOD, PCOMP) && isTopic(at.marker(), event)) {
        return true;
      }
    }
    return false;
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

  /** In an item of advice: behind a word of topic ("regarding the bank"), which holds for bodies as well as for states. */
  public boolean isTopic(AnnotatedSentence sentence, ActorMention mention) {
    for (Word at : sentence.graph().path(sentence.headOf(mention.span()))) {
      if (at.is(OBL, NMOD, PCOMP) && topical(at.marker()) || at.tag().equals("VBG") && lexicon.isA(at.form(), "Topic")) {
        return true;
      }
    }
    return false;
  }

  /** In an item of advice: in a topic, under a word of conflict, or in a remark in brackets. */
  public boolean isOnlyTalkedAbout(AnnotatedSentence sentence, ActorMention mention) {
    if (isTopic(sentence, mention)) {
      return true;
    }
    for (Word at : sentence.graph().path(sentence.headOf(mention.span()))) {
      if (lexicon.isA(at.lemma(), "Conflict") || at.is(ACL) && at.tag().equals("VBN")) {
        return true;
      }
    }
    return false;
  }
}
