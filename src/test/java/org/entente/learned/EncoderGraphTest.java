package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The graph that is run sees in a text what the one that the encoder comes with sees in it. */
class EncoderGraphTest {

  private static final WordPieces PIECES = LearnedModel.wordPieces();
  private static final Encoder ENCODER = new Encoder(new OnnxModel(LearnedModel.encoderModel()));
  private static final long[] TEXT =
      text("Chile's foreign minister flew to Lima on Monday to sign a treaty on fisheries with Peru .");

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @Test
  void seesWhatTheGraphSeesThatTheEncoderComesWith() throws OrtException {
    float[][] expected = asItComes(TEXT);
    float[][] seen = ENCODER.encode(List.of(TEXT)).getFirst();
    assertEquals(expected.length, seen.length);
    for (int piece = 0; piece < seen.length; piece++) {
      double likeness = cosine(expected[piece], seen[piece]);
      assertTrue(likeness > .97, "piece " + piece + ": " + likeness);
    }
  }

  @Test
  void seesTheSameInATextWhateverStandsInTheOthers() {
    long[] other = text("Fog .");
    float[][] alone = ENCODER.encode(List.of(TEXT)).getFirst();
    List<float[][]> together = ENCODER.encode(List.of(other, TEXT));
    assertEquals(other.length, together.getFirst().length);
    for (int piece = 0; piece < alone.length; piece++) {
      assertArrayEquals(alone[piece], together.getLast()[piece]);
    }
  }

  private static long[] text(String words) {
    LongStream pieces =
        PIECES.cut(List.of(words.split(" "))).stream().flatMap(List::stream).mapToLong(Long::longValue);
    return LongStream.concat(
        LongStream.concat(LongStream.of(PIECES.opening()), pieces), LongStream.of(PIECES.closing())).toArray();
  }

  private static float[][] asItComes(long[] text) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {1, text.length};
    long[] mask = new long[text.length];
    Arrays.fill(mask, 1);
    try (OrtSession session = environment.createSession(LearnedModel.encoderModel());
        OnnxTensor pieces = OnnxTensor.createTensor(environment, LongBuffer.wrap(text), shape);
        OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[text.length]), shape);
        OrtSession.Result result = session.run(
            Map.of("input_ids", pieces, "attention_mask", attention, "token_type_ids", types))) {
      return ((float[][][]) result.get(0).getValue())[0];
    }
  }

  private static double cosine(float[] one, float[] other) {
    double product = 0;
    double ofOne = 0;
    double ofOther = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
      ofOne += one[i] * one[i];
      ofOther += other[i] * other[i];
    }
    return product / Math.sqrt(ofOne * ofOther);
  }
}
