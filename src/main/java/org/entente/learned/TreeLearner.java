package org.entente.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.learned.BoostedTrees.Tree;

/**
 * Learns {@link BoostedTrees}: gradient boosting (Friedman, 2001) of the logistic loss with steps of second order (Chen
 * and Guestrin, 2016), over values sorted into bins, the leaf split next that gains most (Ke and others, 2017). No chance
 * is involved: the same examples in the same order give the same trees.
 */
final class TreeLearner {

  /**
   * How much is learned.
   *
   * @param leaves of each tree
   * @param rate how much of a tree's step is taken
   * @param fewest examples in a leaf
   * @param ridge the quadratic penalty
   */
  record Settings(int trees, int leaves, double rate, int fewest, double ridge) {

    /** Chosen on the development articles. */
    static final Settings USUAL = new Settings(300, 31, .05, 40, 1);

    /** For some hundred thousand examples. */
    static final Settings MORE = new Settings(200, 31, .07, 40, 1);

    /** For some ten thousand examples instead of a million. */
    static final Settings FEW = new Settings(200, 15, .05, 40, 1);
  }

  /** Values of a feature are told apart by no more bounds. */
  private static final int BOUNDS = 48;

  private static final int LEFT_OUT = -1;

  private final Settings settings;
  private final Examples examples;
  private final Map<String, Integer> features = new TreeMap<>();
  /** By number among the examples, the number of a feature here. */
  private final int[] own;
  private final float[][] bounds;
  /** The first bin of each feature, and after all the number of bins. */
  private final int[] firstBin;
  /** By feature, the bin of what does not have it. */
  private final int[] absent;
  /** By example, the bins of the features that it has. */
  private final int[][] rows;
  private final double[] scores;
  private final double[] slopes;
  private final double[] curves;

  private TreeLearner(Examples examples, int rare, Settings settings) {
    this.settings = settings;
    this.examples = examples;
    float[][] values = values(examples);
    Map<String, Integer> kept = new TreeMap<>();
    for (int f = 0; f < values.length; f++) {
      if (values[f].length >= rare) {
        kept.put(examples.names().get(f), f);
      }
    }
    own = new int[values.length];
    Arrays.fill(own, LEFT_OUT);
    bounds = new float[kept.size()][];
    kept.forEach((name, number) -> {
      own[number] = features.size();
      bounds[features.size()] = bounds(values[number]);
      features.put(name, features.size());
    });
    firstBin = new int[bounds.length + 1];
    absent = new int[bounds.length];
    for (int f = 0; f < bounds.length; f++) {
      firstBin[f + 1] = firstBin[f] + bounds[f].length + 1;
      absent[f] = bin(f, 0);
    }
    rows = IntStream.range(0, examples.size()).mapToObj(e -> row(examples.row(e))).toArray(int[][]::new);
    scores = new double[rows.length];
    slopes = new double[rows.length];
    curves = new double[rows.length];
  }

  /** @param rare features that occur in fewer examples are left out */
  static BoostedTrees learn(Examples examples, int rare, Settings settings) {
    return new TreeLearner(examples, rare, settings).learn();
  }

  /** By feature, the values that it has. */
  private static float[][] values(Examples examples) {
    int[] counts = new int[examples.names().size()];
    for (int e = 0; e < examples.size(); e++) {
      for (int f : examples.row(e).features()) {
        counts[f]++;
      }
    }
    float[][] values = Arrays.stream(counts).mapToObj(float[]::new).toArray(float[][]::new);
    for (int e = 0; e < examples.size(); e++) {
      Examples.Row row = examples.row(e);
      for (int i = 0; i < row.features().length; i++) {
        int f = row.features()[i];
        values[f][--counts[f]] = row.values()[i];
      }
    }
    return values;
  }

  /** Bounds between the values of a feature, 0 among them since others do not have it. */
  private static float[] bounds(float[] values) {
    float[] sorted = Arrays.copyOf(values, values.length + 1);
    Arrays.sort(sorted);
    List<Float> bounds = new ArrayList<>();
    int step = Math.max(1, sorted.length / BOUNDS);
    int next = 0;
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] != sorted[i - 1] && (i >= next || sorted[i - 1] == 0 || sorted[i] == 0)) {
        bounds.add((sorted[i - 1] + sorted[i]) / 2);
        next = i + step;
      }
    }
    float[] all = new float[bounds.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = bounds.get(i);
    }
    return all;
  }

  private int bin(int feature, float value) {
    int bin = 0;
    while (bin < bounds[feature].length && value > bounds[feature][bin]) {
      bin++;
    }
    return firstBin[feature] + bin;
  }

  private int[] row(Examples.Row row) {
    return IntStream.range(0, row.features().length)
        .filter(i -> own[row.features()[i]] != LEFT_OUT)
        .map(i -> bin(own[row.features()[i]], row.values()[i]))
        .filter(bin -> absent[featureOf(bin)] != bin).sorted().toArray();
  }

  private int featureOf(int bin) {
    int at = Arrays.binarySearch(firstBin, bin);
    return at >= 0 ? at : -at - 2;
  }

  private BoostedTrees learn() {
    float start = (float) SparseModel.logit((double) examples.right() / Math.max(1, rows.length));
    Arrays.fill(scores, start);
    List<Tree> trees = new ArrayList<>();
    while (trees.size() < settings.trees() && rows.length > 0) {
      for (int i = 0; i < rows.length; i++) {
        double likely = 1 / (1 + Math.exp(-scores[i]));
        slopes[i] = likely - (examples.isRight(i) ? 1 : 0);
        curves[i] = likely * (1 - likely);
      }
      trees.add(new Growth().tree());
    }
    return asked(start, trees);
  }

  /** With those features only about which a tree asks. */
  private BoostedTrees asked(float start, List<Tree> trees) {
    Set<Integer> used =
        trees.stream().flatMapToInt(t -> Arrays.stream(t.feature())).filter(f -> f != Tree.LEAF).boxed()
            .collect(Collectors.toSet());
    Map<String, Integer> kept = new TreeMap<>();
    int[] numbers = new int[features.size()];
    features.forEach((name, number) -> {
      if (used.contains(number)) {
        numbers[number] = kept.size();
        kept.put(name, kept.size());
      }
    });
    List<Tree> renumbered = trees.stream().map(t -> new Tree(
        Arrays.stream(t.feature()).map(f -> f == Tree.LEAF ? f : numbers[f]).toArray(), t.bound(), t.left(),
        t.score())).toList();
    return new BoostedTrees(kept, start, renumbered);
  }

  /** What the examples of a node come to, in all and by bin. */
  private final class Sums {
    final double[] slope = new double[firstBin[bounds.length] + 1];
    final double[] curve = new double[slope.length];
    final int[] count = new int[slope.length];
    private final int all = slope.length - 1;

    Sums add(int[] examples) {
      for (int e : examples) {
        add(e, all);
        for (int bin : rows[e]) {
          add(e, bin);
        }
      }
      return this;
    }

    private void add(int example, int bin) {
      slope[bin] += slopes[example];
      curve[bin] += curves[example];
      count[bin]++;
    }

    Sums without(Sums part) {
      for (int bin = 0; bin <= all; bin++) {
        slope[bin] -= part.slope[bin];
        curve[bin] -= part.curve[bin];
        count[bin] -= part.count[bin];
      }
      return this;
    }

    double step() {
      return -slope[all] / (curve[all] + settings.ridge());
    }

    Optional<Split> best() {
      Split best = null;
      for (int f = 0; f < bounds.length; f++) {
        Split split = best(f);
        if (split != null && (best == null || split.gain() > best.gain())) {
          best = split;
        }
      }
      return Optional.ofNullable(best);
    }

    /** The best way to split by a feature; null, in the innermost loop, where there is none. */
    private Split best(int feature) {
      Split best = null;
      double s = 0;
      double c = 0;
      int n = 0;
      for (int bin = firstBin[feature]; bin < firstBin[feature + 1] - 1; bin++) {
        boolean others = bin == absent[feature];
        s += others ? rest(slope, feature) : slope[bin];
        c += others ? rest(curve, feature) : curve[bin];
        n += others ? rest(feature) : count[bin];
        if (n >= settings.fewest() && count[all] - n >= settings.fewest()) {
          double gain = worth(s, c) + worth(slope[all] - s, curve[all] - c) - worth(slope[all], curve[all]);
          if (gain > 1e-6 && (best == null || gain > best.gain())) {
            best = new Split(feature, bin, gain);
          }
        }
      }
      return best;
    }

    private double worth(double s, double c) {
      return s * s / (c + settings.ridge());
    }

    private double rest(double[] sums, int feature) {
      double rest = sums[all];
      for (int bin = firstBin[feature]; bin < firstBin[feature + 1]; bin++) {
        rest -= sums[bin];
      }
      return rest;
    }

    private int rest(int feature) {
      int rest = count[all];
      for (int bin = firstBin[feature]; bin < firstBin[feature + 1]; bin++) {
        rest -= count[bin];
      }
      return rest;
    }
  }

  /** @param bin the last one that goes to the left */
  private record Split(int feature, int bin, double gain) {}

  private boolean goesLeft(int example, Split split) {
    int bin = absent[split.feature()];
    for (int b : rows[example]) {
      if (b >= firstBin[split.feature()] && b < firstBin[split.feature() + 1]) {
        bin = b;
      }
    }
    return bin <= split.bin();
  }

  /** A leaf that may be split. */
  private record Leaf(int node, int[] examples, Sums sums, Optional<Split> split) {

    double gain() {
      return split.map(Split::gain).orElse(0.);
    }
  }

  /** One tree that grows. */
  private final class Growth {
    private final int size = 2 * settings.leaves() - 1;
    private final int[] feature = new int[size];
    private final float[] bound = new float[size];
    private final int[] left = new int[size];
    private final float[] score = new float[size];
    private final List<Leaf> leaves = new ArrayList<>();
    private int nodes = 1;

    Tree tree() {
      int[] all = IntStream.range(0, rows.length).toArray();
      leaves.add(leaf(0, all, new Sums().add(all)));
      while (leaves.size() < settings.leaves()) {
        Leaf next = leaves.stream().max(Comparator.comparingDouble(Leaf::gain)).orElseThrow();
        if (next.split().isEmpty()) {
          break;
        }
        leaves.remove(next);
        split(next, next.split().get());
      }
      leaves.forEach(this::settle);
      return new Tree(Arrays.copyOf(feature, nodes), Arrays.copyOf(bound, nodes), Arrays.copyOf(left, nodes),
          Arrays.copyOf(score, nodes));
    }

    private Leaf leaf(int node, int[] examples, Sums sums) {
      return new Leaf(node, examples, sums, examples.length >= 2 * settings.fewest() ? sums.best() : Optional.empty());
    }

    private void split(Leaf leaf, Split split) {
      feature[leaf.node()] = split.feature();
      bound[leaf.node()] = bounds[split.feature()][split.bin() - firstBin[split.feature()]];
      left[leaf.node()] = nodes;
      int[] lefts = Arrays.stream(leaf.examples()).filter(e -> goesLeft(e, split)).toArray();
      int[] rights = Arrays.stream(leaf.examples()).filter(e -> !goesLeft(e, split)).toArray();
      Sums fewer = new Sums().add(lefts.length < rights.length ? lefts : rights);
      Sums more = leaf.sums().without(fewer);
      leaves.add(leaf(nodes, lefts, lefts.length < rights.length ? fewer : more));
      leaves.add(leaf(nodes + 1, rights, lefts.length < rights.length ? more : fewer));
      nodes += 2;
    }

    private void settle(Leaf leaf) {
      double step = settings.rate() * leaf.sums().step();
      feature[leaf.node()] = Tree.LEAF;
      score[leaf.node()] = (float) step;
      for (int e : leaf.examples()) {
        scores[e] += step;
      }
    }
  }
}
