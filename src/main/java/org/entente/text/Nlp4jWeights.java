package org.entente.text;

import edu.emory.mathcs.nlp.learning.util.ColumnMajorVector;
import edu.emory.mathcs.nlp.learning.util.MajorVector;
import edu.emory.mathcs.nlp.learning.util.SparseItem;
import edu.emory.mathcs.nlp.learning.util.SparseVector;
import java.io.Serial;
import java.util.Arrays;

/**
 * The weights of a model for decoding, without the zeros, which are 94 of a hundred in the parser's: a tenth of the memory, and
 * the same scores in a fraction of the time. A feature is named by where its weights begin. They cannot be trained further.
 */
final class Nlp4jWeights extends ColumnMajorVector {

  @Serial
  private static final long serialVersionUID = 1;

  private static final int LABELS_IN_ONE = 4;

  /** For each feature how many weights it has, their labels, four in a number, and the bits of the weights. */
  private final int[] rows;

  private Nlp4jWeights(int labels, int[] rows) {
    if (labels > 1 << Byte.SIZE) {
      throw new IllegalStateException("the model has " + labels + " labels, more than a byte counts");
    }
    this.rows = rows;
    label_size = labels;
    feature_size = rows.length;
  }

  /**
   * Weights, and where those of each feature begin.
   *
   * @param begins by the feature's former number
   */
  record Renumbered(Nlp4jWeights weights, int[] begins) {}

  static Renumbered of(MajorVector all) {
    int[] begins = new int[all.getFeatureSize()];
    // Each weight, and of each feature at most two numbers more and a fourth of one for each label.
    int[] rows = new int[all.countNonZeroWeights() * 5 / LABELS_IN_ONE + 2 * begins.length];
    int[] labels = new int[all.getLabelSize()];
    int at = 0;
    for (int feature = 0; feature < begins.length; feature++) {
      begins[feature] = at;
      int count = 0;
      for (int label = 0; label < labels.length; label++) {
        if (all.get(label, feature) != 0) {
          labels[count++] = label;
        }
      }
      rows[at++] = count;
      for (int i = 0; i < count; i++) {
        rows[at + i / LABELS_IN_ONE] |= labels[i] << Byte.SIZE * (i % LABELS_IN_ONE);
      }
      at += numbersFor(count);
      for (int i = 0; i < count; i++) {
        rows[at++] = Float.floatToRawIntBits(all.get(labels[i], feature));
      }
    }
    return new Renumbered(new Nlp4jWeights(labels.length, Arrays.copyOf(rows, at)), begins);
  }

  private static int numbersFor(int labels) {
    return (labels + LABELS_IN_ONE - 1) / LABELS_IN_ONE;
  }

  @Override
  public void addScores(SparseVector x, float[] scores) {
    // All are asked for before the first one is added: waiting for memory takes longer than to add.
    int[] counts = new int[x.size()];
    for (int n = 0; n < counts.length; n++) {
      counts[n] = rows[x.get(n).getIndex()];
    }
    for (int n = 0; n < counts.length; n++) {
      add(x.get(n), counts[n], scores);
    }
  }

  private void add(SparseItem item, int count, float[] scores) {
    int labels = item.getIndex() + 1;
    int weights = labels + numbersFor(count);
    for (int i = 0; i < count; i++) {
      int label = rows[labels + i / LABELS_IN_ONE] >>> Byte.SIZE * (i % LABELS_IN_ONE) & 0xFF;
      scores[label] += Float.intBitsToFloat(rows[weights + i]) * item.getValue();
    }
  }
}
