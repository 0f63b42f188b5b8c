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

  /** Numbers of an input that are weighed at once, which is quicker; their order stays. */
  private static final int TOGETHER = 4;

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
    int labelled = scores.length;
    for (int i = 0; i < input.length; i += TOGETHER) {
      int at = i * labelled;
      if (i + TOGETHER > input.length) {
        addTheRest(input, i, scores);
      } else {
        float one = input[i];
        float two = input[i + 1];
        float three = input[i + 2];
        float four = input[i + 3];
        for (int j = 0; j < labelled; j++) {
          double score = scores[j] + one * weights[at + j];
          score += two * weights[at + labelled + j];
          score += three * weights[at + 2 * labelled + j];
          scores[j] = score + four * weights[at + 3 * labelled + j];
        }
      }
    }
    return scores;
  }

  private void addTheRest(float[] input, int from, double[] scores) {
    for (int i = from; i < input.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        scores[j] += input[i] * weights[i * scores.length + j];
      }
    }
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
