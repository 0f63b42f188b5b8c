package org.entente.learned;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/** The way through the clause graph from whoever is named to a word, as a feature. */
final class Ways {

  /** Longer ways are all the same. */
  private static final int LONGEST = 5;

  private Ways() {}

  static String between(AnnotatedSentence sentence, ActorMention mention, Word word) {
    ClauseGraph graph = sentence.graph();
    List<Word> up = graph.path(sentence.headOf(mention.span()));
    List<Word> down = graph.path(word);
    for (int i = 0; i < up.size() && i < LONGEST; i++) {
      int at = i;
      Optional<Integer> meets =
          IntStream.range(0, Math.min(LONGEST, down.size()))
              .filter(j -> down.get(j).index() == up.get(at).index()).boxed().findFirst();
      if (meets.isPresent()) {
        StringBuilder way = new StringBuilder("way");
        up.subList(0, i)
            .forEach(w -> way.append(" ").append(w.relation()).append(w.marker().isEmpty() ? "" : ":" + w.marker()));
        way.append(" ^");
        down.subList(0, meets.get()).forEach(w -> way.append(" ").append(w.relation()));
        return way.toString();
      }
    }
    return "way far";
  }
}
