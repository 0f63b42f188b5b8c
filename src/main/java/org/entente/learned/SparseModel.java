package org.entente.learned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Logistic regression over named features: how likely something is. Learned by AdaGrad (Duchi, Hazan and Singer, 2011)
 * with a quadratic penalty; seeded.
 *
 * @param weights by feature; a feature without one counts nothing
 */
record SparseModel(Map<String, Float> weights) {

  /** A feature that always holds. */
  private static final String ALWAYS = "always";

  private static final int EPOCHS = 8;
  private static final double RATE = .1;
  private static final double PENALTY = 1e-4;

  /** Has learned nothing yet. */
  static final SparseModel NONE = new SparseModel(Map.of());

  /** Something with its features, and whether it is so. */
  record Example(Map<String, Float> features, boolean right) {}

  double probability(Map<String, Float> features) {
    return 1 / (1 + Math.exp(-score(features)));
  }

  double score(Map<String, Float> features) {
    double score = weights.getOrDefault(ALWAYS, 0f);
    for (Map.Entry<String, Float> f : features.entrySet()) {
      score += f.getValue() * weights.getOrDefault(f.getKey(), 0f);
    }
    return score;
  }

  /** The score that a probability stands for, within bounds. */
  static double logit(double probability) {
    return Math.log(Math.max(probability, 1e-4) / Math.max(1 - probability, 1e-4));
  }

  /** @param rare features that occur in fewer examples are left out */
  static SparseModel learn(List<Example> examples, int rare, int seed) {
    Map<String, Integer> counts = new HashMap<>();
    examples.forEach(e -> e.features().keySet().forEach(f -> counts.merge(f, 1, Integer::sum)));
    Map<String, double[]> weights = new HashMap<>();
    counts.forEach((f, n) -> {
      if (n >= rare) {
        weights.put(f, new double[2]);
      }
    });
    weights.put(ALWAYS, new double[2]);
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(seed);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      order.forEach(e -> step(weights, e));
    }
    Map<String, Float> learned = new TreeMap<>();
    weights.forEach((f, w) -> learned.put(f, (float) w[0]));
    return new SparseModel(learned);
  }

  private static void step(Map<String, double[]> weights, Example example) {
    double score = weights.get(ALWAYS)[0];
    for (Map.Entry<String, Float> f : example.features().entrySet()) {
      double[] w = weights.get(f.getKey());
      score += w == null ? 0 : w[0] * f.getValue();
    }
    double error = 1 / (1 + Math.exp(-score)) - (example.right() ? 1 : 0);
    update(weights.get(ALWAYS), error);
    for (Map.Entry<String, Float> f : example.features().entrySet()) {
      double[] w = weights.get(f.getKey());
      if (w != null) {
        update(w, error * f.getValue());
      }
    }
  }

  private static void update(double[] weight, double gradient) {
    double g = gradient + PENALTY * weight[0];
    weight[1] += g * g;
    weight[0] -= RATE * g / Math.sqrt(weight[1] + 1e-8);
  }
}
