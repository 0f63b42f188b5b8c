package org.entente.learned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.Word;

/**
 * The sentences of an article with the vectors of the windows that they stand in. A vector takes one and a half kilobytes,
 * and a word a vector and more, so that those of a long text are made in portions as its sentences are asked about, in
 * order, and only the last portion is kept.
 */
final class Encodings {

  /** Windows at a time, which is about fifteen thousand words, or forty megabytes. */
  private static final int PORTION = 128;

  private final Function<List<long[]>, List<float[][]>> encoder;
  private final List<Window> windows;
  private final Map<Integer, Integer> portions = new HashMap<>();
  private final Map<Integer, Encoded> atHand = new HashMap<>();
  private int portionAtHand = -1;

  /** @param encoder gives each text the vectors of its pieces */
  Encodings(Function<List<long[]>, List<float[][]>> encoder, List<Window> windows) {
    this.encoder = encoder;
    this.windows = windows;
    for (int i = 0; i < windows.size(); i++) {
      for (Window.Read read : windows.get(i).sentences()) {
        portions.put(read.sentence().number(), i / PORTION);
      }
    }
  }

  /** A sentence with the vectors of its window. */
  record Encoded(Window.Read read, Map<String, int[]> cast, float[][] states) {

    Place place(Word word) {
      return Place.of(read.sentence().graph(), word, read.pieces());
    }

    Naming naming(Candidate candidate) {
      return Naming.of(candidate, read.sentence(), read.pieces(), read.before(), cast);
    }
  }

  /** Empty for a sentence that is not read as prose. */
  Optional<Encoded> of(AnnotatedSentence sentence) {
    Integer portion = portions.get(sentence.number());
    if (portion != null && portion != portionAtHand) {
      encode(portion);
    }
    return Optional.ofNullable(atHand.get(sentence.number()));
  }

  private void encode(int portion) {
    atHand.clear();
    portionAtHand = portion;
    List<Window> some = windows.subList(portion * PORTION, Math.min(windows.size(), (portion + 1) * PORTION));
    List<float[][]> states = encoder.apply(some.stream().map(Window::ids).toList());
    for (int i = 0; i < some.size(); i++) {
      for (Window.Read read : some.get(i).sentences()) {
        atHand.put(read.sentence().number(), new Encoded(read, some.get(i).cast(), states.get(i)));
      }
    }
  }
}
