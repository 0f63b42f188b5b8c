package org.entente.learned;

import java.util.List;

/**
 * A linear decision between labels, over a vector.
 *
 * @param labels what it decides between
 * @param weights one number for each input and label, inputs outermost
 * @param bias one number for each label
 */
record Head(List<String> labels, float[] weights, float[] bias) {

  Head {
    labels = List.copyOf(labels);
    if (bias.length != labels.size() || weights.length % labels.size() != 0) {
      throw new IllegalArgumentException("a head's numbers do not fit its labels");
    }
  }

  /** How each label scores, before they are set against each other. */
  double[] scores(float[] input) {
    double[] scores = new double[bias.length];
    for (int j = 0; j < scores.length; j++) {
      scores[j] = bias[j];
    }
    for (int i = 0; i < input.length; i++) {
      int at = i * scores.length;
      for (int j = 0; j < scores.length; j++) {
        scores[j] += input[i] * weights[at + j];
      }
    }
    return scores;
  }

  /** The probability of each label. */
  double[] probabilities(float[] input) {
    return softmax(scores(input));
  }

  static double[] softmax(double[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double s : scores) {
      greatest = Math.max(greatest, s);
    }
    double sum = 0;
    double[] shares = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      shares[i] = Math.exp(scores[i] - greatest);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
