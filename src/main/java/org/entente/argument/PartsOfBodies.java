package org.entente.argument;

import static org.entente.syntax.Relation.*;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.event.Bodies;
import org.entente.event.Treaties;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.vocab.IriScheme;

/**
 * What is joined where a body only says whose it is: "the <i>treaty</i> of ASEAN", "the OECD's <i>development
 * centre</i>", and treaties that are no body's. Who joins that joins the treaty, not its organisation; but "the treaty of
 * accession to the EU" is the way into the EU itself.
 */
final class PartsOfBodies {

  private static final String TREATY = "Treaty";
  private static final String PART = "PartOfBody";
  private static final String INSTITUTION = "Institution";

  /** How many words of a part's name may stand behind its noun. */
  private static final int LONGEST = 10;

  private final Lexicon lexicon;

  PartsOfBodies(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The part of a body that a mention of the body belongs to; empty where the body itself is meant. */
  Optional<Actor> of(AnnotatedSentence sentence, ActorMention body) {
    ClauseGraph graph = sentence.graph();
    Word at = sentence.headOf(body.span());
    while (belongsToNoun(at)) {
      Word noun = graph.head(at).orElseThrow();
      if (isPart(noun) && !sentence.named(noun)) {
        return named(sentence, noun);
      }
      at = noun;
    }
    return Optional.empty();
  }

  /** A treaty by what it is called here; empty where it is only "the treaty", or the way into a body. */
  Optional<Actor> treaty(AnnotatedSentence sentence, Word noun) {
    return Treaties.known(sentence, noun)
        .or(() -> named(sentence, noun).filter(treaty -> treaty.name().indexOf(' ') > 0));
  }

  /** Whether a treaty is the way into a body: "the treaty of accession to the EU". */
  boolean isWayIn(AnnotatedSentence sentence, Word noun) {
    BitSet phrase = sentence.graph().nounPhrase(noun);
    return phrase.stream().mapToObj(sentence.graph()::word).anyMatch(w -> lexicon.isA(w.lemma(), "WayIn"));
  }

  /** The treaty that a sentence names last, a body's or no body's. */
  Optional<Actor> lastTreaty(AnnotatedSentence sentence) {
    Stream<Actor> named = sentence.graph().words().reversed().stream()
        .filter(w -> Treaties.isNamed(sentence, lexicon, w)).flatMap(w -> treaty(sentence, w).stream());
    Stream<Actor> ofBodies = sentence.actors().reversed().stream().filter(Bodies::isBody)
        .flatMap(b -> of(sentence, b).stream()).filter(part -> part.className().equals(TREATY));
    return Stream.concat(named, ofBodies).findFirst();
  }

  private boolean belongsToNoun(Word word) {
    return word.head() >= 0
        && (word.is(POSS, COMPOUND, AMOD, CONJ) || word.is(NMOD) && lexicon.isA(word.marker(), "OfBody"));
  }

  private boolean isPart(Word noun) {
    return noun.isNoun() && (lexicon.isA(noun.lemma(), TREATY) || lexicon.isA(noun.lemma(), PART));
  }

  private Optional<Actor> named(AnnotatedSentence sentence, Word noun) {
    if (isWayIn(sentence, noun)) {
      return Optional.empty();
    }
    BitSet phrase = sentence.graph().nounPhrase(noun);
    String name = words(sentence.graph(), first(sentence.graph(), noun, phrase), last(sentence, noun, phrase));
    String className = lexicon.isA(noun.lemma(), TREATY) ? TREATY : INSTITUTION;
    return Optional.of(
        new Actor(Actor.Type.INSTITUTION, IriScheme.nameSlug(name), name, className, Optional.empty(), false));
  }

  private static int first(ClauseGraph graph, Word noun, BitSet phrase) {
    int first = noun.index();
    while (first > 0 && phrase.get(first - 1)) {
      first--;
    }
    while (first < noun.index() && isBeforeName(graph.word(first))) {
      first++;
    }
    return first;
  }

  private static boolean isBeforeName(Word word) {
    return word.is(DET, CASE, PUNCT) || word.tag().equals("PRP$") || word.token().isPreposition()
        || word.tag().equals("TO");
  }

  /** Up to a date, a comma or a word that does not go on a name; whatever the parser hangs "on Open Skies" on. */
  private int last(AnnotatedSentence sentence, Word noun, BitSet phrase) {
    ClauseGraph graph = sentence.graph();
    boolean titled = Treaties.isCapital(noun) && Treaties.opensName(graph, lexicon, noun.index() + 1);
    int last = noun.index();
    for (int i = noun.index() + 1; i < graph.words().size() && i - noun.index() <= LONGEST; i++) {
      boolean title = titled
          && (Treaties.isCapital(graph.word(i)) || Treaties.opensName(graph, lexicon, i) || graph.word(i).is(DET));
      if (!phrase.get(i) && !title) {
        break;
      }
      Word word = graph.word(i);
      boolean dated = sentence.dates().stream().anyMatch(d -> d.span().overlaps(word.span()));
      boolean small = lexicon.isA(word.form(), "InsideName");
      boolean ends = dated || word.token().isPunctuation() || word.tag().equals("IN") && !small;
      if (ends) {
        break;
      }
      if (!small && !word.is(DET)) {
        last = i;
      }
    }
    return last;
  }

  /** Without the sign of a possessive, so that "ASEAN's treaty" is called "ASEAN treaty". */
  private static String words(ClauseGraph graph, int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      if (graph.word(i).token().isPossessiveMark()) {
        continue;
      }
      boolean apart = i > first && graph.word(i).span().start() > graph.word(i - 1).span().end();
      text.append(apart ? " " : "").append(graph.word(i).token().form());
    }
    return text.toString();
  }
}
