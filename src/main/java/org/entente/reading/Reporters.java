package org.entente.reading;

import static org.entente.syntax.Relation.*;

import java.util.List;
import org.entente.actor.Gazetteer;
import org.entente.actor.NameWords;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.syntax.Word;

/**
 * Papers and agencies that only report what is told: "<i>Reuters</i> reported", "told <i>Reuters</i>", "according to
 * <i>Reuters</i>". They take no part in it, nor does the state that they belong to or are called after.
 */
record Reporters(Lexicon lexicon, Gazetteer gazetteer) {

  private static final String OUTLET = "MediaOutlet";

  /** The sentence without those who only report. */
  AnnotatedSentence without(AnnotatedSentence sentence) {
    List<ActorMention> actors = sentence.actors().stream()
        .filter(m -> !isOfMasthead(sentence, m) && (!isOutlet(m) || !reports(sentence, m))).toList();
    return actors.size() == sentence.actors().size() ? sentence : sentence.with(actors);
  }

  /** "told the <i>Indian</i> Express": the name of a people, a state or a city that a paper is called after. */
  private boolean isOfMasthead(AnnotatedSentence sentence, ActorMention mention) {
    List<Word> words = sentence.graph().words();
    int next = sentence.wordsOf(mention.span()).getLast().index() + 1;
    return next < words.size() && words.get(next).span().start() == mention.span().end() + 1
        && gazetteer.isA(words.get(next).token().form(), NameWords.MASTHEAD);
  }

  private static boolean isOutlet(ActorMention mention) {
    return mention.actors().stream().allMatch(actor -> actor.className().equals(OUTLET));
  }

  private boolean reports(AnnotatedSentence sentence, ActorMention mention) {
    Word head = sentence.headOf(mention.span());
    // The parser may hang "according" and "to" on different words.
    boolean source = lexicon.isA(head.marker(), "Source") || sentence.graph().children(head, CASE)
        .anyMatch(c -> c.index() > 0 && lexicon.isA(sentence.graph().word(c.index() - 1).form(), "Source"));
    return source || head.is(NSUBJ, OBJ, IOBJ)
        && sentence.graph().head(head).filter(verb -> lexicon.isA(verb.lemma(), "Saying")).isPresent();
  }
}
