package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedModelTest {

  private static final LearnedModel SMALL =
      new LearnedModel(
          7, Map.of("layer", new OnnxModel.Dense(new float[] {.5f}, new byte[] {1, -2})),
          Map.of("bias", new float[] {3}),
          List.of(new Head(List.of("none", "Visit"), new float[] {1, 2}, new float[] {0, -1})),
          new SparseModel(Map.of("title", 1.5f)), BoostedTrees.NONE,
          new BoostedTrees(
              Map.of("event", 0), .5f,
              List.of(
                  new BoostedTrees.Tree(
                      new int[] {0, BoostedTrees.Tree.LEAF, BoostedTrees.Tree.LEAF}, new float[] {1, 0, 0},
                      new int[] {1, 0, 0}, new float[] {0, -1, 2}))),
          BoostedTrees.NONE, new SparseModel(Map.of("today", 1f)),
          new SparseModel(Map.of("VISIT HOST", 1f)), BoostedTrees.NONE);

  @Test
  void isReadAsItWasWritten() throws IOException {
    byte[] bytes = bytes(SMALL);
    LearnedModel back = LearnedModel.read(new ByteArrayInputStream(bytes), "a file");
    assertArrayEquals(bytes, bytes(back));
    assertEquals(SMALL.home(), back.home());
    Map<String, Float> event = Map.of("event", 2f);
    assertEquals(SMALL.judge().probability(event), back.judge().probability(event));
    assertEquals(1 / (1 + Math.exp(-2.5)), back.judge().probability(event), 1e-6);
  }

  @Test
  void ofTwoTheMeanIsTakenOfWhatWasTuned() {
    LearnedModel other =
        new LearnedModel(
            7, Map.of("layer", new OnnxModel.Dense(new float[] {.5f}, new byte[] {3, 2})),
            Map.of("bias", new float[] {5}),
            List.of(new Head(List.of("none", "Visit"), new float[] {3, 2}, new float[] {0, 1})),
            SparseModel.NONE, BoostedTrees.NONE, BoostedTrees.NONE, BoostedTrees.NONE, SparseModel.NONE,
            SparseModel.NONE, BoostedTrees.NONE);
    LearnedModel mean = SMALL.averagedWith(other);
    assertArrayEquals(new float[] {1, 0}, mean.dense().get("layer").weights(), .01f);
    assertArrayEquals(new float[] {4}, mean.vectors().get("bias"));
    assertArrayEquals(new float[] {2, 2}, mean.heads().getFirst().weights());
    assertEquals(SMALL.party(), mean.party());
  }

  @Test
  void isNotAveragedWithOneOfAnotherEncoder() {
    LearnedModel other =
        new LearnedModel(
            8, SMALL.dense(), SMALL.vectors(), SMALL.heads(), SparseModel.NONE, BoostedTrees.NONE, BoostedTrees.NONE,
            BoostedTrees.NONE, SparseModel.NONE, SparseModel.NONE, BoostedTrees.NONE);
    assertThrows(LearnedException.class, () -> SMALL.averagedWith(other));
  }

  @Test
  void ofAnotherVersionIsRefusedWithAdvice() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DataOutputStream(out).writeUTF("entente learned reader 1");
    LearnedException refused = refused(out.toByteArray());
    assertTrue(refused.getMessage().contains("of another version"), refused.getMessage());
    assertTrue(refused.advice().orElse("").contains("entente train"), "says what to do");
  }

  @Test
  void isRefusedWhereItIsCutOff() throws IOException {
    byte[] bytes = bytes(SMALL);
    assertTrue(refused(Arrays.copyOf(bytes, bytes.length - 5)).getMessage().contains("is no model"));
  }

  @Test
  void isRefusedWhereItIsSomethingElse() {
    assertTrue(refused("id\tkind\n".getBytes()).getMessage().contains("is no model"));
  }

  @Test
  void ofAnotherEncoderIsNotRun() {
    assertTrue(
        assertThrows(LearnedException.class, SMALL::tunedEncoder).getMessage().contains("another encoder"));
  }

  @Test
  void comesWithTheProgramAndFitsItsEncoder() {
    LearnedModel bundled = LearnedModel.bundled();
    assertEquals(LearnedModel.checksum(LearnedModel.encoderModel()), bundled.encoder());
    assertEquals(5, bundled.heads().size());
  }

  private static LearnedException refused(byte[] bytes) {
    return assertThrows(
        LearnedException.class, () -> LearnedModel.read(new ByteArrayInputStream(bytes), "a file"));
  }

  private static byte[] bytes(LearnedModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }
}
