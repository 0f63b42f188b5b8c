package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The last layer and the heads learn a small thing from a few sentences. */
class TunerTest {

  private static final WordPieces PIECES = LearnedModel.wordPieces();
  private static final List<List<String>> LABELS =
      List.of(List.of("none", "Visit"), List.of("completed", "planned"), List.of("trade"), List.of("0", "1", "2"));
  private static final Tuner.Settings SHORT = new Tuner.Settings(1, 6, 8, 1e-4f, 5e-3f, 1);

  /** One sentence for the encoder. */
  private record Text(long[] ids, Pieces pieces) {

    static Text of(List<String> words) {
      List<Long> ids = new ArrayList<>(List.of(PIECES.opening()));
      List<int[]> ofWord = new ArrayList<>();
      for (List<Long> word : PIECES.cut(words)) {
        ofWord.add(IntStream.range(ids.size(), ids.size() + word.size()).toArray());
        ids.addAll(word);
      }
      ids.add(PIECES.closing());
      return new Text(
          ids.stream().mapToLong(Long::longValue).toArray(),
          new Pieces(IntStream.range(1, ids.size() - 1).toArray(), ofWord));
    }
  }

  @Test
  void learnsWhichWordsTell() {
    OnnxModel model = new OnnxModel(LearnedModel.encoderModel());
    List<String> progress = new ArrayList<>();
    Tuner.Tuned tuned = new Tuner(model, SHORT, progress::add).tune(sentences(), LABELS);
    assertEquals(6, progress.size());
    assertEquals(6, tuned.dense().size(), "the matrices of one layer");
    try (Encoder encoder = new Encoder(new OnnxModel(model.with(tuned.dense(), tuned.vectors())))) {
      assertTrue(visit(encoder, tuned, List.of("Chile", "'s", "minister", "flew", "to", "Lima"), 3) > .5);
      assertTrue(visit(encoder, tuned, List.of("The", "harvest", "failed", "again"), 2) < .5);
    }
  }

  @Test
  void learnsOnFromHeadsThatHaveLearnedBefore() {
    OnnxModel model = new OnnxModel(LearnedModel.encoderModel());
    Tuner.Tuned before = new Tuner(model, SHORT, line -> {}).tune(sentences(), LABELS);
    OnnxModel begun = new OnnxModel(model.with(before.dense(), before.vectors()));
    Tuner.Settings slow = new Tuner.Settings(1, 1, 8, 1e-6f, 1e-6f, 1);
    Tuner.Tuned after = new Tuner(begun, slow, line -> {}).tune(sentences(), LABELS, before.heads());
    for (int h = 0; h < before.heads().size(); h++) {
      assertEquals(before.heads().get(h).labels(), after.heads().get(h).labels());
      assertArrayEquals(before.heads().get(h).weights(), after.heads().get(h).weights(), 1e-4f);
    }
  }

  @Test
  void refusesToLearnFromNextToNothing() {
    LearnedException refused =
        assertThrows(LearnedException.class, () -> new TrainingSet(code -> Optional.empty()).tune(1, line -> {}));
    assertTrue(refused.getMessage().contains("0 annotated undertakings are too few"), refused.getMessage());
  }

  private static double visit(Encoder encoder, Tuner.Tuned tuned, List<String> words, int word) {
    Text text = Text.of(words);
    float[][] states = encoder.encode(List.of(text.ids())).get(0);
    return tuned.heads().get(0).probabilities(place(text.pieces(), word).vector(states))[1];
  }

  private static Place place(Pieces pieces, int word) {
    return new Place(pieces.of(word), pieces.all(), new int[0], new int[0]);
  }

  private static List<TuningWindow> sentences() {
    List<TuningWindow> sentences = new ArrayList<>();
    for (String who : List.of("Peru", "Ghana", "Oman", "Japan")) {
      for (String went : List.of("travelled", "went", "journeyed")) {
        sentences.add(sentence(List.of(who, "'s", "minister", went, "to", "Accra"), 3, true));
        sentences.add(sentence(List.of("Prices", "in", who, "rose", "and", "rain", "fell"), 3, false));
      }
    }
    return sentences;
  }

  private static TuningWindow sentence(List<String> words, int word, boolean tells) {
    Text text = Text.of(words);
    int unknown = TuningWindow.UNKNOWN;
    List<TuningWindow.Named> named =
        tells ? List.of(new TuningWindow.Named(new Naming(new int[0], text.pieces().of(0), new int[0]), true))
            : List.of();
    return new TuningWindow(
        text.ids(),
        List.of(
            new TuningWindow.Candidate(
                place(text.pieces(), word), tells ? 1 : 0, tells ? 0 : unknown, tells ? 0 : unknown,
                tells ? 0 : unknown,
                named)));
  }
}
