package org.entente.advice;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.argument.ArgumentFinder;
import org.entente.event.Announcement;
import org.entente.event.EventMention;
import org.entente.event.EventReader;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/**
 * One item of a list of proposals: which of its events are what is proposed, the central one first.
 *
 * @param sentences the item's sentences, their references resolved
 * @param candidates the events that may be meant, best first
 */
public record AdviceItem(List<AnnotatedSentence> sentences, List<EventMention> candidates) {

  private static final int OBJECT_OF_ADVICE = 2;

  public AdviceItem {
    sentences = List.copyOf(sentences);
    candidates = List.copyOf(candidates);
  }

  /** Reads the events of an item. */
  public static AdviceItem read(
      List<AnnotatedSentence> sentences, EventReader events, Announcement announcement, Lexicon lexicon) {
    List<EventMention> candidates = new ArrayList<>();
    List<EventMention> aside = new ArrayList<>();
    for (AnnotatedSentence sentence : sentences) {
      events.triggers().imperative(sentence).map(t -> events.event(sentence, t)).ifPresent(candidates::add);
      for (EventMention event : events.read(sentence)) {
        boolean shown =
            !event.isNoun()
                || depth(event) <= OBJECT_OF_ADVICE
                || announcement.isAnnounced(event, ArgumentFinder.hasPartiesOfItsOwn(event, lexicon));
        if (shown && central(event, lexicon)) {
          candidates.add(event);
        }
        if (event.isNoun() && lexicon.kind(event.kind()).has(Trait.HAS_ITEM)) {
          aside.add(event);
        }
      }
    }
    // "Think about the gains that a sale of missiles would bring": what is named aside is better than nothing.
    List<EventMention> chosen = new ArrayList<>(candidates.isEmpty() ? aside : candidates);
    chosen.sort(Comparator.comparingInt(AdviceItem::rank).thenComparing(c -> c.trigger().span()));
    return new AdviceItem(sentences, chosen);
  }

  public Optional<EventMention> first() {
    return candidates.stream().findFirst();
  }

  /** A coordinated verb of its own makes a second undertaking of another kind. */
  public Optional<EventMention> second() {
    return candidates.stream().skip(1).filter(c -> isSecond(candidates.getFirst(), c)).findFirst();
  }

  private static boolean isSecond(EventMention first, EventMention other) {
    if (!first.sentence().equals(other.sentence()) || first.kind() == other.kind() || !other.factuality().carried()) {
      return false;
    }
    Optional<Word> mine = other.graph().verbOf(other.word());
    Optional<Word> theirs = first.graph().verbOf(first.word());
    return mine.isPresent() && theirs.isPresent() && mine.get().index() != theirs.get().index()
        && coordinated(other.graph(), mine.get());
  }

  private static boolean coordinated(ClauseGraph graph, Word verb) {
    for (Word at : graph.path(verb)) {
      if (at.is(CONJ)) {
        return true;
      }
      if (!at.is(XCOMP)) {
        return false;
      }
    }
    return false;
  }

  private static int rank(EventMention event) {
    boolean light = !event.isNoun() || event.factuality().carried() || event.frame().needs().isEmpty();
    return depth(event) * 2 + (light ? 0 : 1);
  }

  /** How far an event stands from the root of its sentence. */
  private static int depth(EventMention event) {
    return event.graph().path(event.word()).size() - 1;
  }

  /** Whether an event says what is proposed, and not how or why: it is in no participle or purpose clause of a noun. */
  public static boolean central(EventMention event, Lexicon lexicon) {
    ClauseGraph graph = event.graph();
    for (Word at : graph.path(event.word())) {
      boolean aside = at.is(RELCL) || at.is(ACL) && !at.tag().equals("VB") && !at.tag().equals("VBG");
      boolean purpose =
          at.is(ADVCL)
              && graph.children(at, AUX, MARK).anyMatch(c -> c.tag().equals("TO") || lexicon.isA(c.lemma(), "SoThat"));
      if (aside || purpose) {
        return false;
      }
    }
    return true;
  }
}
