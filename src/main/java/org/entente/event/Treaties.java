package org.entente.event;

import static org.entente.syntax.Relation.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.lexicon.EventFrame;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.undertaking.Role;

/**
 * Which nouns are of what states join by signing, though it is no body: "acceded to the <i>Convention</i> on Cluster
 * Munitions". What such a treaty is called, and which body has it, is left to others.
 */
public final class Treaties {

  private static final String TREATY = "Treaty";

  private Treaties() {}

  /** Whether a noun stands for a treaty, named or not, and is no part of another name. */
  public static boolean isTreaty(AnnotatedSentence sentence, Lexicon lexicon, Word noun) {
    boolean isCommonNoun = lexicon.isA(noun.lemma(), TREATY) && !sentence.named(noun);
    return noun.isNoun() && !noun.is(COMPOUND) && (isCommonNoun || known(sentence, noun).isPresent());
  }

  /** The treaty of the gazetteer that a word names. */
  public static Optional<Actor> known(AnnotatedSentence sentence, Word noun) {
    return sentence.mentionAt(noun).filter(Treaties::isTreaty).map(mention -> mention.actors().getFirst());
  }

  /** Whether a name is that of a treaty of the gazetteer. */
  public static boolean isTreaty(ActorMention mention) {
    return mention.actors().stream().anyMatch(Treaties::isTreaty);
  }

  public static boolean isTreaty(Actor actor) {
    return actor.className().equals(TREATY);
  }

  /** Whether it has a name of its own: one of the gazetteer, or a capital and words that say which ("the Treaty on Open Skies"). */
  public static boolean isNamed(AnnotatedSentence sentence, Lexicon lexicon, Word noun) {
    return known(sentence, noun).isPresent() || isTreaty(sentence, lexicon, noun) && isCapital(noun)
        && (opensName(sentence.graph(), lexicon, noun.index() + 1)
            || sentence.graph().hasChild(noun, c -> c.is(POSS) || c.is(COMPOUND, AMOD) && isCapital(c)));
  }

  /** Whether what follows a treaty's noun goes on its name: "<i>on</i> Open Skies", "<i>against</i> Torture". */
  public static boolean opensName(ClauseGraph graph, Lexicon lexicon, int index) {
    return index + 1 < graph.words().size() && lexicon.isA(graph.word(index).form(), "OpensTreatyName");
  }

  public static boolean isCapital(Word word) {
    return Character.isUpperCase(word.token().form().charAt(0));
  }

  /** The treaty in the place of what is joined, if one stands there. */
  public static Optional<Word> joined(EventMention event, Lexicon lexicon) {
    return joined(event.graph(), lexicon, event.word(), event.frame())
        .filter(noun -> isTreaty(event.sentence(), lexicon, noun)).findFirst();
  }

  /**
   * The nouns in those slots of a frame that say what is joined; behind "become party" too, and behind what it is joined by
   * ("deposited its instrument of <i>ratification</i> of").
   */
  static Stream<Word> joined(ClauseGraph graph, Lexicon lexicon, Word word, EventFrame frame) {
    List<String> slots =
        frame.slots().entrySet().stream().filter(s -> s.getValue() == Role.JOINS).map(Map.Entry::getKey).toList();
    List<Word> objects = word.isVerb() ? graph.objects(word) : List.of();
    Stream<Word> object = slots.contains(EventFrame.OBJECT) ? objects.stream() : Stream.of();
    Stream<Word> behind =
        Stream.concat(Stream.of(word), objects.stream()).flatMap(w -> graph.behind(w, slots::contains).stream())
            .flatMap(w -> lexicon.isA(w.lemma(), "Ratification")
                ? graph.behind(w, slots::contains).stream() : Stream.of(w));
    return Stream.concat(object, behind);
  }
}
