package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeLearnerTest {

  private static final TreeLearner.Settings FEW = new TreeLearner.Settings(40, 4, .3, 5, 1);

  @Test
  void learnsWhatCountsOnlyBesideSomethingElse() {
    BoostedTrees model = TreeLearner.learn(eitherOr(), 2, FEW);
    assertTrue(model.probability(Map.of("signed", 1f)) > .8);
    assertTrue(model.probability(Map.of("denied", 1f)) > .8);
    assertTrue(model.probability(Map.of("signed", 1f, "denied", 1f)) < .3);
    assertTrue(model.probability(Map.of()) < .3);
  }

  @Test
  void findsTheBoundBetweenNumbersAndTakesWhatIsNotThereForZero() {
    Examples examples = new Examples();
    for (int i = -50; i < 50; i++) {
      Map<String, Float> features = i == 0 ? Map.of() : Map.of("score", i / 10f);
      examples.add(features, i >= -10);
    }
    BoostedTrees model = TreeLearner.learn(examples, 2, FEW);
    assertTrue(model.probability(Map.of("score", -2f)) < .3);
    assertTrue(model.probability(Map.of("score", .5f)) > .8);
    assertTrue(model.probability(Map.of()) > .8);
  }

  @Test
  void leavesOutWhatOccursTooSeldom() {
    Examples examples = eitherOr();
    examples.add(Map.of("once", 1f), true);
    assertFalse(TreeLearner.learn(examples, 2, FEW).features().containsKey("once"));
  }

  @Test
  void knowsNothingFromNothing() {
    assertEquals(0, TreeLearner.learn(new Examples(), 2, FEW).trees().size());
    assertEquals(.5, BoostedTrees.NONE.probability(Map.of("signed", 1f)));
  }

  @Test
  void learnsTheSameFromTheSameExamplesAndComesBackFromAFile() throws IOException {
    byte[] file = written(TreeLearner.learn(eitherOr(), 2, FEW));
    assertArrayEquals(file, written(TreeLearner.learn(eitherOr(), 2, FEW)));
    BoostedTrees read = BoostedTrees.read(new DataInputStream(new ByteArrayInputStream(file)));
    assertArrayEquals(file, written(read));
    assertTrue(read.probability(Map.of("signed", 1f)) > .8);
  }

  private static byte[] written(BoostedTrees model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** Right where just one of two holds: nothing that a sum of weights could tell. */
  private static Examples eitherOr() {
    Examples examples = new Examples();
    for (int i = 0; i < 200; i++) {
      boolean signed = i % 2 == 0;
      boolean denied = i % 4 < 2;
      Map<String, Float> features = new HashMap<>();
      if (signed) {
        features.put("signed", 1f);
      }
      if (denied) {
        features.put("denied", 1f);
      }
      // One in ten is marked otherwise, so that the first split has something to gain.
      examples.add(features, i % 10 == 0 ? signed : signed != denied);
    }
    return examples;
  }
}
