package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparseModelTest {

  @Test
  void learnsWhichFeatureTells() {
    SparseModel model = SparseModel.learn(examples(), 2, 1);
    assertTrue(model.probability(Map.of("host", 1f)) > .9);
    assertTrue(model.probability(Map.of("bystander", 1f)) < .1);
  }

  @Test
  void leavesOutWhatOccursTooSeldom() {
    List<SparseModel.Example> examples = examples();
    examples.add(new SparseModel.Example(Map.of("once", 1f), true));
    assertFalse(SparseModel.learn(examples, 2, 1).weights().containsKey("once"));
  }

  @Test
  void learnsTheSameFromTheSameExamples() {
    assertEquals(SparseModel.learn(examples(), 2, 1), SparseModel.learn(examples(), 2, 1));
  }

  private static List<SparseModel.Example> examples() {
    List<SparseModel.Example> examples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      examples.add(new SparseModel.Example(Map.of("host", 1f), true));
      examples.add(new SparseModel.Example(Map.of("bystander", 1f), false));
    }
    return examples;
  }
}
