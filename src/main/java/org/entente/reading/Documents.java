package org.entente.reading;

import java.util.Collection;
import java.util.List;
import org.entente.mention.AnnotatedSentence;
import org.entente.merge.Finding;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;

/** Documents that are told of with one word: "signed an agreement on fisheries and a memorandum on tourism". */
final class Documents {

  private Documents() {}

  /**
   * What the rules read as documents that are coordinated under the word that tells of a finding, of the same states and
   * standing.
   */
  static List<EventReading> under(AnnotatedSentence sentence, Finding told, Collection<EventReading> byRule) {
    if (told.kind() != Kind.AGREEMENT) {
      return List.of();
    }
    Word word = sentence.wordsOf(told.trigger()).getLast();
    return byRule.stream()
        .filter(r -> r.event().isNoun() && hangsOn(sentence.graph(), r.event().word(), word))
        .filter(r -> r.finding().filter(f -> isLike(f, told)).isPresent())
        .toList();
  }

  private static boolean hangsOn(ClauseGraph graph, Word noun, Word word) {
    Word first = graph.firstConjunct(noun);
    return first.equals(graph.firstConjunct(word)) || graph.head(first).filter(word::equals).isPresent();
  }

  private static boolean isLike(Finding document, Finding told) {
    return document.kind() == told.kind() && document.states().equals(told.states())
        && document.status().group() == told.status().group();
  }
}
