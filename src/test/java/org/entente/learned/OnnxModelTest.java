package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads and changes the encoder that the program has. */
class OnnxModelTest {

  private static final String LAYER = "encoder.layer.11.output.dense";
  private static final byte[] BYTES = LearnedModel.encoderModel();

  @Test
  void knowsAllDenseLayers() {
    OnnxModel model = new OnnxModel(BYTES);
    assertEquals(72, model.denseLayers().size());
    assertEquals(12, model.layers());
  }

  @Test
  void readsAMatrixWithItsScales() {
    OnnxModel.Dense dense = new OnnxModel(BYTES).dense(LAYER);
    assertEquals(4 * Encoder.SIZE * Encoder.SIZE, dense.values().length);
    assertEquals(Encoder.SIZE, dense.scales().length);
  }

  @Test
  void findsInTheChangedModelWhatWasPutThere() {
    OnnxModel model = new OnnxModel(BYTES);
    float[] weights = model.dense(LAYER).weights();
    weights[7] = 0;
    weights[8] = -weights[8];
    float[] bias = model.vector(LAYER + ".bias");
    bias[0] += 1;
    OnnxModel changed =
        new OnnxModel(
            model.with(Map.of(LAYER, OnnxModel.Dense.of(weights, Encoder.SIZE)), Map.of(LAYER + ".bias", bias)));
    assertArrayEquals(bias, changed.vector(LAYER + ".bias"));
    assertArrayEquals(weights, changed.dense(LAYER).weights(), .002f);
    String other = "encoder.layer.4.output.dense";
    assertArrayEquals(model.dense(other).values(), changed.dense(other).values());
  }

  @Test
  void losesLittleInWholeNumbers() {
    float[] weights = {1, -.5f, .25f, .003f, -1, 0};
    float[] back = OnnxModel.Dense.of(weights, 2).weights();
    for (int i = 0; i < weights.length; i++) {
      assertTrue(Math.abs(weights[i] - back[i]) <= 1 / 254f + 1e-6, weights[i] + " became " + back[i]);
    }
  }
}
