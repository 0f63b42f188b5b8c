package org.entente.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.Word;
import org.entente.text.Numerals;

/**
 * The members of a group of states that is called by its name, where a plural noun makes them act: "the three Baltic
 * states", "the Nordic foreign ministers". "ASEAN signed" is the body's own act, and "the ASEAN states" too many to be all
 * meant without a number.
 */
final class NamedGroups {

  private static final Numerals NUMERALS = Numerals.bundled();

  /** Tokens of the longest name; a hyphen is one. */
  private static final int NAME = 4;

  /** "Nordic <i>foreign</i> ministers". */
  private static final int BETWEEN = 2;

  /** Of a larger group hardly ever all are meant, unless they are counted. */
  private static final int SMALL = 6;

  /**
   * Who is meant.
   *
   * @param last the last word of the phrase
   */
  record Found(Word last, List<String> states) {}

  private final Lexicon lexicon;
  private final Function<String, Optional<List<String>>> members;

  /** @param members the members of a group on the article's day, by what it is called */
  NamedGroups(Lexicon lexicon, Function<String, Optional<List<String>>> members) {
    this.lexicon = lexicon;
    this.members = members;
  }

  /** The members of a group, by what it is called. */
  Optional<List<String>> members(String name) {
    return members.apply(name);
  }

  /** The group whose phrase begins at a word: an article or a number. */
  Optional<Found> at(AnnotatedSentence sentence, int at) {
    List<Word> words = sentence.graph().words();
    int next = at;
    while (next < words.size() && lexicon.isA(words.get(next).form(), "GroupDeterminer")) {
      next++;
    }
    Optional<Integer> number = next < words.size() ? NUMERALS.cardinal(words.get(next).form()) : Optional.empty();
    int name = number.isPresent() ? next + 1 : next;
    return name == at ? Optional.empty() : named(sentence, name, number);
  }

  private Optional<Found> named(AnnotatedSentence sentence, int from, Optional<Integer> number) {
    List<Word> words = sentence.graph().words();
    for (int to = Math.min(from + NAME, words.size()); to > from; to--) {
      Optional<List<String>> states = members.apply(phrase(words.subList(from, to)));
      if (states.isPresent()) {
        boolean all = number.map(n -> n == states.get().size()).orElse(states.get().size() <= SMALL);
        return all ? noun(sentence, to).map(noun -> new Found(noun, states.get())) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The plural noun behind the name. */
  private Optional<Word> noun(AnnotatedSentence sentence, int from) {
    List<Word> words = sentence.graph().words();
    for (Word w : words.subList(from, Math.min(from + BETWEEN + 1, words.size()))) {
      boolean plural = lexicon.isA(w.form(), "Officeholders")
          || w.tag().equals("NNS") && (lexicon.isA(w.lemma(), "Pair") || lexicon.isA(w.lemma(), "StateNoun"));
      if (plural) {
        return Optional.of(w);
      }
      if (!w.isAdjective() && !w.isNoun() || sentence.named(w)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The words as they stand in the text, with hyphens as such. */
  private static String phrase(List<Word> words) {
    StringBuilder phrase = new StringBuilder();
    int end = -1;
    for (Word w : words) {
      phrase.append(end < 0 || w.span().start() == end ? "" : " ").append(w.token().form());
      end = w.span().end();
    }
    return phrase.toString();
  }
}
