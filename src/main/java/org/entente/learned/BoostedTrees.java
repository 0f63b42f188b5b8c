package org.entente.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Boosted trees over named features: how likely something is. Unlike {@link SparseModel} they weigh features by what else
 * holds.
 *
 * @param features what the trees ask about with its number, in the order of the alphabet
 * @param start the score before any tree
 */
record BoostedTrees(Map<String, Integer> features, float start, List<Tree> trees) {

  /** Has learned nothing yet. */
  static final BoostedTrees NONE = new BoostedTrees(Map.of(), 0, List.of());

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

    double score(float[] values) {
      int at = 0;
      while (feature[at] != LEAF) {
        at = values[feature[at]] <= bound[at] ? left[at] : left[at] + 1;
      }
      return score[at];
    }
  }

  BoostedTrees {
    features = Map.copyOf(features);
    trees = List.copyOf(trees);
  }

  /** Whether it has learned anything. */
  boolean isEmpty() {
    return trees.isEmpty();
  }

  double probability(Map<String, Float> named) {
    float[] values = new float[features.size()];
    named.forEach((name, value) -> {
      Integer number = features.get(name);
      if (number != null) {
        values[number] = value;
      }
    });
    double score = start;
    for (Tree tree : trees) {
      score += tree.score(values);
    }
    return 1 / (1 + Math.exp(-score));
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
