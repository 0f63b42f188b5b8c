package org.entente.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.lexicon.FieldCue;
import org.entente.lexicon.Lexicon;
import org.entente.event.Trigger;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/**
 * Tells the fields of cooperation from the words around a trigger: each cue counts its weight, more where it stands
 * in the trigger's own phrase. Without a cue the field is the usual one of the kind.
 */
final class FieldReader {

  private static final int IN_PHRASE = 3;
  private static final int OWN = 3;

  /** Words further away than this belong to something else, whatever the parser made of them. */
  private static final int FAR = 18;

  /** An imperative says what it is about in its first words. */
  private static final int HEAD = 8;

  private final Lexicon lexicon;

  FieldReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param phrase the trigger's own phrase
   * @param clause the clause it stands in
   * @return fields, the main one first; never empty
   */
  List<String> read(AnnotatedSentence sentence, Trigger trigger, BitSet phrase, BitSet clause) {
    Map<String, Integer> scores = scores(sentence, trigger.word(), phrase, clause);
    trigger.frame().field().ifPresent(f -> scores.merge(f, OWN, Integer::sum));
    List<String> fields = ranked(scores);
    return fields.isEmpty() ? List.of(lexicon.kind(trigger.kind()).field()) : fields;
  }

  /** The fields that the words around any word speak of, the strongest first; empty where they speak of none. */
  List<String> around(AnnotatedSentence sentence, Word word) {
    ClauseGraph graph = sentence.graph();
    BitSet phrase = word.isVerb() ? graph.clause(word) : graph.subtree(word);
    BitSet clause = new BitSet();
    clause.or(phrase);
    graph.path(word).stream().filter(Word::isVerb).findFirst().ifPresent(v -> clause.or(graph.clause(v)));
    return ranked(scores(sentence, word, phrase, clause));
  }

  private Map<String, Integer> scores(AnnotatedSentence sentence, Word center, BitSet phrase, BitSet clause) {
    Map<String, Integer> scores = new HashMap<>();
    List<Word> words = sentence.graph().words();
    int read = 0;
    for (Word word : words) {
      if (word.index() < read) {
        // Part of a longer cue: the "tank" of a think tank is no armour.
        continue;
      }
      for (FieldCue cue : cues(word)) {
        if (matches(words, word.index(), cue)) {
          if (Math.abs(word.index() - center.index()) > FAR) {
            break;
          }
          read = word.index() + cue.words().size();
          int factor = phrase.get(word.index()) ? IN_PHRASE : clause.get(word.index()) ? 2 : 0;
          scores.merge(cue.field(), factor * cue.weight(), Integer::sum);
          break;
        }
      }
    }
    return scores;
  }

  private static List<String> ranked(Map<String, Integer> scores) {
    return scores.entrySet().stream()
        .filter(f -> f.getValue() > 0)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(3)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The main field of a whole block, for proposals that no trigger carries. */
  Optional<String> main(AnnotatedSentence sentence) {
    Map<String, Integer> scores = new HashMap<>();
    List<Word> words = sentence.graph().words();
    for (Word word : words) {
      cues(word).stream()
          .filter(c -> matches(words, word.index(), c))
          .findFirst()
          .ifPresent(c -> scores.merge(c.field(), c.weight() * (word.index() < HEAD ? 2 : 1), Integer::sum));
    }
    return scores.keySet().stream()
        .max(Comparator.comparing((String f) -> scores.get(f)).thenComparing(Comparator.reverseOrder()));
  }

  private List<FieldCue> cues(Word word) {
    List<FieldCue> cues = new ArrayList<>(lexicon.cues(word.lemma()));
    String form = word.form();
    if (!form.equals(word.lemma())) {
      cues.addAll(lexicon.cues(form));
    }
    cues.sort(Comparator.comparingInt(c -> -c.words().size()));
    return cues;
  }

  private static boolean matches(List<Word> words, int at, FieldCue cue) {
    int position = at;
    for (String word : cue.words()) {
      // A hyphen may part what the cue writes as one word or two.
      if (position < words.size() && words.get(position).form().equals("-")) {
        position++;
      }
      if (position >= words.size()) {
        return false;
      }
      Word t = words.get(position);
      if (!t.lemma().equals(word) && !t.form().equals(word)) {
        return false;
      }
      position++;
    }
    return true;
  }
}
