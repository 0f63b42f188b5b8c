package org.entente.learned;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.mention.AnnotatedSentence;

/**
 * Where a window names somebody: in the list of the article's states, in the sentence that is asked about, and last
 * before it.
 *
 * @param list pieces of his name in the list; none where it does not have him
 * @param here pieces of all mentions in the sentence
 * @param before pieces of the last mention before the sentence
 */
record Naming(int[] list, int[] here, int[] before) {

  private static final int[] NOWHERE = {};

  /** @param cast where the window lists the article's states, by their codes */
  static Naming of(Candidate candidate, AnnotatedSentence sentence, Pieces pieces, List<Window.Around> around,
      Map<String, int[]> cast) {
    int[] before = NOWHERE;
    for (Window.Around a : around) {
      int[] there = last(candidate, a);
      before = there.length == 0 ? before : there;
    }
    int[] list = candidate.isBody() ? NOWHERE : cast.getOrDefault(candidate.actor().state().orElseThrow(), NOWHERE);
    return new Naming(list, here(candidate, sentence, pieces).distinct().toArray(), before);
  }

  private static IntStream here(Candidate candidate, AnnotatedSentence sentence, Pieces pieces) {
    return sentence.actors().stream().filter(candidate::isMeantBy)
        .flatMap(m -> sentence.wordsOf(m.span()).stream())
        .flatMapToInt(w -> Arrays.stream(pieces.of(w.index())));
  }

  private static int[] last(Candidate candidate, Window.Around around) {
    return around.sentence().actors().stream().filter(candidate::isMeantBy)
        .reduce((first, second) -> second)
        .map(m -> around.sentence().wordsOf(m.span()).stream()
            .flatMapToInt(w -> Arrays.stream(around.pieces().of(w.index()))).distinct().toArray())
        .orElse(NOWHERE);
  }

  /** Whether it names him at each of the three places. */
  float[] flags() {
    return new float[] {flag(list), flag(here), flag(before)};
  }

  private static float flag(int[] pieces) {
    return pieces.length == 0 ? 0 : 1;
  }
}
