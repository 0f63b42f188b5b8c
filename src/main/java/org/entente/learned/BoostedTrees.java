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

  /** Places of what belongs to a node, and how many it has; a leaf has its score where others have the bound. */
  private static final int FEATURE = 0;
  private static final int NUMBER = 1;
  private static final int LEFT = 2;
  private static final int STRIDE = 3;

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
   * The nodes of all trees, one tree behind the other. A reading asks some millions of them, so that what is asked of one
   * lies together.
   */
  private final int[] nodes;
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
    this.nodes = new int[STRIDE * trees.stream().mapToInt(t -> t.feature.length).sum()];
    int root = 0;
    for (int t = 0; t < roots.length; t++) {
      roots[t] = root;
      root = lay(this.trees.get(t), root);
    }
  }

  /** Lays a tree's nodes behind those before; what it gives back is where the next may begin. */
  private int lay(Tree tree, int root) {
    int at = root;
    for (int n = 0; n < tree.feature.length; n++) {
      boolean leaf = tree.feature[n] == Tree.LEAF;
      nodes[at + FEATURE] = tree.feature[n];
      nodes[at + NUMBER] = Float.floatToRawIntBits(leaf ? tree.score[n] : tree.bound[n]);
      nodes[at + LEFT] = root + STRIDE * tree.left[n];
      at += STRIDE;
    }
    return at;
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
    float[][] values = all.stream().map(this::values).toArray(float[][]::new);
    double[] scores = new double[values.length];
    Arrays.fill(scores, start);
    for (int root : roots) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] += leaf(root, values[i]);
      }
    }
    return Arrays.stream(scores).map(score -> 1 / (1 + Math.exp(-score))).toArray();
  }

  private float[] values(Map<String, Float> named) {
    float[] values = new float[features.size()];
    for (Map.Entry<String, Float> f : named.entrySet()) {
      Integer number = features.get(f.getKey());
      if (number != null) {
        values[number] = f.getValue();
      }
    }
    return values;
  }

  private float leaf(int root, float[] values) {
    int at = root;
    int feature = nodes[at + FEATURE];
    while (feature != Tree.LEAF) {
      boolean left = values[feature] <= Float.intBitsToFloat(nodes[at + NUMBER]);
      at = nodes[at + LEFT] + (left ? 0 : STRIDE);
      feature = nodes[at + FEATURE];
    }
    return Float.intBitsToFloat(nodes[at + NUMBER]);
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
