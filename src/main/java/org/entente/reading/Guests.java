package org.entente.reading;

import static org.entente.syntax.Relation.*;

import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/**
 * Who is called a visitor by a participle before his name: "held talks with <i>visiting</i> President Radev". The parser takes
 * him for whom somebody visits; that a person's name stands right behind the participle tells otherwise.
 */
record Guests(Lexicon lexicon) {

  AnnotatedSentence seated(AnnotatedSentence sentence) {
    AnnotatedSentence seated = sentence;
    for (ActorMention mention : sentence.actors()) {
      Optional<Word> participle = participle(seated, mention);
      if (participle.isPresent()) {
        ClauseGraph graph = seated.graph().attributive(participle.get(), seated.headOf(mention.span()));
        seated = seated.with(graph);
      }
    }
    return seated;
  }

  private Optional<Word> participle(AnnotatedSentence sentence, ActorMention mention) {
    boolean person = mention.sense() == Sense.OFFICE
        || mention.actors().stream().anyMatch(a -> a.type() == Actor.Type.PERSON);
    Word noun = sentence.headOf(mention.span());
    return person && noun.is(OBJ)
        ? sentence.graph().head(noun).filter(p -> p.tag().equals("VBG") && lexicon.isA(p.lemma(), "Visiting"))
            .filter(p -> mayBeAttribute(p) && opensPhrase(sentence, p, noun))
        : Optional.empty();
  }

  /** "visiting <i>the</i> president" is no attribute: nothing stands between but what belongs to the name. */
  private static boolean opensPhrase(AnnotatedSentence sentence, Word participle, Word noun) {
    return participle.index() < noun.index()
        && sentence.graph().words().subList(participle.index() + 1, noun.index()).stream()
            .allMatch(w -> w.is(COMPOUND, AMOD, PUNCT) || w.is(CC, CONJ));
  }

  /** "while visiting President Radev, he said" is no attribute. */
  private boolean mayBeAttribute(Word participle) {
    return participle.is(XCOMP, CCOMP, CSUBJ, NSUBJ, OBJ)
        || participle.is(PCOMP) && lexicon.isA(participle.marker(), "Facing");
  }
}
