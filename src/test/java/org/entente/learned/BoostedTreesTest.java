package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.entente.learned.BoostedTrees.Tree;
import org.junit.jupiter.api.Test;

/** What trees make of features, whose numbers may lie on a bound, below nothing, or be missing. */
class BoostedTreesTest {

  private static final int LEAF = Tree.LEAF;

  /** Up to -0.5 one, up to 2 of the same feature two; above it asks for another one: three, or above 0 four. */
  private static final Tree DEEP = new Tree(
      new int[] {0, LEAF, 0, LEAF, 1, LEAF, LEAF}, new float[] {-.5f, 0, 2, 0, 0, 0, 0},
      new int[] {1, 0, 3, 0, 5, 0, 0}, new float[] {0, 1, 0, 2, 0, 3, 4});
  private static final Tree LONE = new Tree(new int[] {LEAF}, new float[1], new int[1], new float[] {.25f});
  private static final BoostedTrees TREES =
      new BoostedTrees(Map.of("first", 0, "second", 1), .5f, List.of(DEEP, LONE));

  @Test
  void goesLeftUpToTheBoundAndRightAboveIt() {
    assertEquals(likely(1), TREES.probability(Map.of("first", -3f)));
    assertEquals(likely(1), TREES.probability(Map.of("first", -.5f)));
    assertEquals(likely(2), TREES.probability(Map.of("first", -.49f)));
    assertEquals(likely(2), TREES.probability(Map.of("first", 2f)));
    assertEquals(likely(3), TREES.probability(Map.of("first", 2.01f)));
    assertEquals(likely(4), TREES.probability(Map.of("first", 9f, "second", .001f)));
  }

  @Test
  void takesWhatIsNotNamedForNothingAndOverlooksWhatItDoesNotKnow() {
    assertEquals(likely(2), TREES.probability(Map.of()));
    assertEquals(likely(2), TREES.probability(Map.of("third", 9f)));
  }

  @Test
  void takesNothingFromBelowForNothing() {
    assertEquals(likely(3), TREES.probability(Map.of("first", 9f, "second", -0f)));
    Tree below =
        new Tree(new int[] {0, LEAF, LEAF}, new float[] {-0f, 0, 0}, new int[] {1, 0, 0}, new float[] {0, 1, 2});
    BoostedTrees trees = new BoostedTrees(Map.of("first", 0), 0, List.of(below));
    assertEquals(1 / (1 + Math.exp(-1)), trees.probability(Map.of("first", 0f)));
  }

  @Test
  void saysOfManyAtOnceWhatItSaysOfEach() {
    List<Map<String, Float>> all = List.of(
        Map.of("first", -1f), Map.of(), Map.of("first", 3f), Map.of("first", 3f, "second", 1f), Map.of("second", 1f));
    assertArrayEquals(all.stream().mapToDouble(TREES::probability).toArray(), TREES.probabilities(all));
    assertEquals(0, TREES.probabilities(List.of()).length);
  }

  @Test
  void asksNothingWhereThereAreNoFeatures() {
    assertEquals(1 / (1 + Math.exp(-.25)), new BoostedTrees(Map.of(), 0, List.of(LONE)).probability(Map.of()));
  }

  @Test
  void refusesMoreFeaturesThanANodeCanTellApart() {
    Tree far = new Tree(new int[] {1 << 16, LEAF, LEAF}, new float[3], new int[] {1, 0, 0}, new float[3]);
    assertThrows(IllegalArgumentException.class, () -> new BoostedTrees(Map.of(), 0, List.of(far)));
  }

  /** With the start and the tree that has but one leaf. */
  private static double likely(double leaf) {
    return 1 / (1 + Math.exp(-(.5 + leaf + .25)));
  }
}
