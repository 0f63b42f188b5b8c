package org.entente.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.lexicon.FieldCue;
import org.entente.lexicon.Lexicon;
import org.entente.text.Token;

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
  List<String> read(Scene scene, Trigger trigger, BitSet phrase, BitSet clause) {
    Map<String, Integer> scores = new HashMap<>();
    trigger.field().ifPresent(f -> scores.put(f, OWN));
    List<Token> tokens = scene.syntax().tokens();
    int read = 0;
    for (Token token : tokens) {
      if (token.index() < read) {
        // Part of a longer cue: the "tank" of a think tank is no armour.
        continue;
      }
      for (FieldCue cue : cues(token)) {
        if (matches(tokens, token.index(), cue)) {
          if (Math.abs(token.index() - trigger.token().index()) > FAR) {
            break;
          }
          read = token.index() + cue.words().size();
          int factor = phrase.get(token.index()) ? IN_PHRASE : clause.get(token.index()) ? 2 : 0;
          scores.merge(cue.field(), factor * cue.weight(), Integer::sum);
          break;
        }
      }
    }
    List<String> fields =
        new ArrayList<>(
            scores.keySet().stream()
                .filter(f -> scores.get(f) > 0)
                .sorted(Comparator.comparing((String f) -> -scores.get(f)).thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList());
    return fields.isEmpty() ? List.of(lexicon.usualField(trigger.kind())) : fields;
  }

  /** The main field of a whole block, for proposals that no trigger carries. */
  Optional<String> main(Scene scene) {
    Map<String, Integer> scores = new HashMap<>();
    List<Token> tokens = scene.syntax().tokens();
    for (Token token : tokens) {
      cues(token).stream()
          .filter(c -> matches(tokens, token.index(), c))
          .findFirst()
          .ifPresent(c -> scores.merge(c.field(), c.weight() * (token.index() < HEAD ? 2 : 1), Integer::sum));
    }
    return scores.keySet().stream()
        .max(Comparator.comparing((String f) -> scores.get(f)).thenComparing(Comparator.reverseOrder()));
  }

  private List<FieldCue> cues(Token token) {
    List<FieldCue> cues = new ArrayList<>(lexicon.cues(token.lemma()));
    String form = token.form().toLowerCase(java.util.Locale.ROOT);
    if (!form.equals(token.lemma())) {
      cues.addAll(lexicon.cues(form));
    }
    cues.sort(Comparator.comparingInt(c -> -c.words().size()));
    return cues;
  }

  private static boolean matches(List<Token> tokens, int at, FieldCue cue) {
    int position = at;
    for (String word : cue.words()) {
      // A hyphen may part what the cue writes as one word or two.
      if (position < tokens.size() && tokens.get(position).form().equals("-")) {
        position++;
      }
      if (position >= tokens.size()) {
        return false;
      }
      Token t = tokens.get(position);
      if (!t.lemma().equals(word) && !t.form().equalsIgnoreCase(word)) {
        return false;
      }
      position++;
    }
    return true;
  }
}
