package org.entente.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Boosted trees over named features: how likely something is. Unlike {@link SparseModel} they weigh features by what else
 * holds.
 */
final class BoostedTrees {

  /** Has learned nothing yet. */
  static final BoostedTrees NONE = new BoostedTrees(Map.of(), 0, List.of());

  /** So many are led through a tree side by side, since a step waits for what was read for it. */
  private static final int TOGETHER = 4;

  /** Bits of a node's bound, and of how far away its left child is. */
  private static final int BOUND = Integer.SIZE;
  private static final int WAY = Short.SIZE;

  /**
   * Asks about one feature after the other. Whatever has a value up to the node's bound goes to the left one of its two
   * children, which lie side by side.
   *
   * @param feature by node, what it asks about; {@link #LEAF} where it asks no more
   * @param bound by node
   * @param left by node, the number of the left child
   * @param score by node, what a leaf adds
   */
  record Tree(int[] feature, float[] bound, int[] left, float[] score) {

    static final int LEAF = -1;
  }

  private final Map<String, Integer> features;
  private final float start;
  private final List<Tree> trees;
  /**
   * The nodes of all trees, one tree behind the other, each in one number: what it asks about, how many nodes behind it its
   * left child lies, and its bound. A leaf leads to itself.
   */
  private final long[] nodes;
  /** By node, what a leaf adds. */
  private final float[] scores;
  private final int[] roots;

  /**
   * @param features what the trees ask about with its number, in the order of the alphabet
   * @param start the score before any tree
   */
  BoostedTrees(Map<String, Integer> features, float start, List<Tree> trees) {
    this.features = new HashMap<>(features);
    this.start = start;
    this.trees = List.copyOf(trees);
    this.roots = new int[trees.size()];
    this.nodes = new long[trees.stream().mapToInt(t -> t.feature.length).sum()];
    this.scores = new float[nodes.length];
    int root = 0;
    for (int t = 0; t < roots.length; t++) {
      roots[t] = root;
      lay(this.trees.get(t), root);
      root += this.trees.get(t).feature.length;
    }
  }

  private void lay(Tree tree, int root) {
    for (int n = 0; n < tree.feature.length; n++) {
      boolean leaf = tree.feature[n] == Tree.LEAF;
      nodes[root + n] = leaf ? Integer.MAX_VALUE : node(tree.feature[n], tree.left[n] - n, ordered(tree.bound[n]));
      scores[root + n] = leaf ? tree.score[n] : 0;
    }
  }

  private static long node(int feature, int way, int bound) {
    if (feature >> WAY != 0 || way >> WAY != 0) {
      throw new IllegalArgumentException("too many features, or too large a tree");
    }
    return (long) feature << BOUND + WAY | (long) way << BOUND | Integer.toUnsignedLong(bound);
  }

  /** A whole number that lies among those of other numbers as it does among these. */
  private static int ordered(float number) {
    // 0 is added since there is one below 0 too, which equals it.
    int bits = Float.floatToIntBits(number + 0f);
    return bits ^ bits >> Integer.SIZE - 1 & Integer.MAX_VALUE;
  }

  /** What the trees ask about with its number. */
  Map<String, Integer> features() {
    return Collections.unmodifiableMap(features);
  }

  List<Tree> trees() {
    return trees;
  }

  /** Whether it has learned anything. */
  boolean isEmpty() {
    return trees.isEmpty();
  }

  double probability(Map<String, Float> named) {
    return probabilities(List.of(named))[0];
  }

  /**
   * Of each of several things with its features. One tree is asked about all of them before the next is: its nodes are at
   * hand then, and no answer waits for another.
   */
  double[] probabilities(List<Map<String, Float>> all) {
    int[][] values = new int[(all.size() + TOGETHER - 1) / TOGETHER * TOGETHER][];
    for (int i = 0; i < values.length; i++) {
      values[i] = values(i < all.size() ? all.get(i) : Map.of());
    }
    double[] sums = new double[values.length];
    Arrays.fill(sums, start);
    for (int root : roots) {
      for (int i = 0; i < sums.length; i += TOGETHER) {
        add(root, values, sums, i);
      }
    }
    return Arrays.stream(sums).limit(all.size()).map(sum -> 1 / (1 + Math.exp(-sum))).toArray();
  }

  /** By feature; of what is not named it is 0. */
  private int[] values(Map<String, Float> named) {
    // A leaf asks about the first feature, even where there is none.
    int[] values = new int[Math.max(1, features.size())];
    for (Map.Entry<String, Float> f : named.entrySet()) {
      Integer number = features.get(f.getKey());
      if (number != null) {
        values[number] = ordered(f.getValue());
      }
    }
    return values;
  }

  /** Adds what a tree says of four to their sums. */
  private void add(int root, int[][] values, double[] sums, int from) {
    int[] ofFirst = values[from];
    int[] ofSecond = values[from + 1];
    int[] ofThird = values[from + 2];
    int[] ofFourth = values[from + 3];
    int first = root;
    int second = root;
    int third = root;
    int fourth = root;
    int moved;
    do {
      int one = step(nodes[first], ofFirst);
      int two = step(nodes[second], ofSecond);
      int three = step(nodes[third], ofThird);
      int four = step(nodes[fourth], ofFourth);
      first += one;
      second += two;
      third += three;
      fourth += four;
      moved = one | two | three | four;
    } while (moved != 0);
    sums[from] += scores[first];
    sums[from + 1] += scores[second];
    sums[from + 2] += scores[third];
    sums[from + 3] += scores[fourth];
  }

  /** How many nodes further it goes on: to the left child, or by one more where the value is above the bound. */
  private static int step(long node, int[] values) {
    int value = values[(int) (node >>> BOUND + WAY)];
    long below = (long) (int) node - value;
    return (int) (node >>> BOUND & (1 << WAY) - 1) + (int) (below >>> Long.SIZE - 1);
  }

  // ---- in the model's file

  static BoostedTrees read(DataInputStream data) throws IOException {
    Map<String, Integer> features = new TreeMap<>();
    for (int i = data.readInt(); i > 0; i--) {
      features.put(data.readUTF(), features.size());
    }
    float start = data.readFloat();
    List<Tree> trees = new ArrayList<>();
    for (int i = data.readInt(); i > 0; i--) {
      trees.add(tree(data));
    }
    return new BoostedTrees(features, start, trees);
  }

  private static Tree tree(DataInputStream data) throws IOException {
    int nodes = data.readInt();
    Tree tree = new Tree(new int[nodes], new float[nodes], new int[nodes], new float[nodes]);
    for (int n = 0; n < nodes; n++) {
      tree.feature[n] = data.readInt();
      tree.bound[n] = data.readFloat();
      tree.left[n] = data.readInt();
      tree.score[n] = data.readFloat();
    }
    return tree;
  }

  /** Features by their number, which is their place in the alphabet. */
  void write(DataOutputStream data) throws IOException {
    data.writeInt(features.size());
    for (String name : new TreeMap<>(features).keySet()) {
      data.writeUTF(name);
    }
    data.writeFloat(start);
    data.writeInt(trees.size());
    for (Tree tree : trees) {
      data.writeInt(tree.feature.length);
      for (int n = 0; n < tree.feature.length; n++) {
        data.writeInt(tree.feature[n]);
        data.writeFloat(tree.bound[n]);
        data.writeInt(tree.left[n]);
        data.writeFloat(tree.score[n]);
      }
    }
  }
}
