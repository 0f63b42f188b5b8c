package org.entente.learned;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The weights inside a quantised BERT in ONNX form: read as numbers, and put back in the same places, so that a tuned
 * encoder runs as fast as the one it came from. Only the parts of the format are read that hold weights; the format is
 * onnx/onnx.proto, whose messages are protocol buffers.
 *
 * <p>A dense layer is named as in the model it was made from, "encoder.layer.0.attention.self.query"; its matrix lies
 * row by row, from inputs to outputs, in whole numbers from -127 to 127 with one scale for each output.
 */
final class OnnxModel {

  /** Numbers of fields in onnx.proto. */
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int INITIALIZER = 5;
  private static final int NODE_INPUT = 1;
  private static final int NODE_NAME = 3;
  private static final int TENSOR_FLOATS = 4;
  private static final int TENSOR_INTS = 5;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW = 9;

  /** Added to a variance before it is divided by, in BERT. */
  static final float EPSILON = 1e-12f;

  /** Dense layers in each of BERT's: queries, keys, values, what was attended to, and the two that follow. */
  private static final int MATRICES = 6;

  private static final int GREATEST = 127;
  private static final String QUANTIZED = "_quantized";

  /** A dense layer's matrix in whole numbers. */
  record Dense(float[] scales, byte[] values) {

    /** The nearest that whole numbers come to these weights. */
    static Dense of(float[] weights, int outputs) {
      float[] scales = new float[outputs];
      for (int i = 0; i < weights.length; i++) {
        scales[i % outputs] = Math.max(scales[i % outputs], Math.abs(weights[i]) / GREATEST);
      }
      byte[] values = new byte[weights.length];
      for (int i = 0; i < weights.length; i++) {
        float scale = scales[i % outputs];
        values[i] = scale == 0 ? 0 : (byte) Math.round(weights[i] / scale);
      }
      return new Dense(scales, values);
    }

    float[] weights() {
      float[] weights = new float[values.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = values[i] * scales[i % scales.length];
      }
      return weights;
    }
  }

  /** A table of numbers in unsigned whole numbers, with one scale and one zero for all. */
  record Table(byte[] values, float scale, int zero) {

    float[] numbers() {
      float[] numbers = new float[values.length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = ((values[i] & 0xff) - zero) * scale;
      }
      return numbers;
    }
  }

  private record Field(int number, int start, int end, long value) {}

  private record Tensor(Map<Integer, Field> fields) {}

  private final byte[] bytes;
  private final Map<String, Tensor> tensors = new HashMap<>();
  private final Map<String, String> matrices = new HashMap<>();

  OnnxModel(byte[] bytes) {
    this.bytes = bytes;
    for (Field graph : fields(0, bytes.length)) {
      if (graph.number() == GRAPH) {
        fields(graph.start(), graph.end()).forEach(this::part);
      }
    }
  }

  private void part(Field part) {
    if (part.number() == INITIALIZER) {
      Map<Integer, Field> fields = new HashMap<>();
      fields(part.start(), part.end()).forEach(f -> fields.put(f.number(), f));
      tensors.put(text(fields.get(TENSOR_NAME)), new Tensor(fields));
    } else if (part.number() == NODE) {
      node(fields(part.start(), part.end()));
    }
  }

  private void node(List<Field> fields) {
    List<String> inputs = fields.stream().filter(f -> f.number() == NODE_INPUT).map(this::text).toList();
    String name = fields.stream().filter(f -> f.number() == NODE_NAME).map(this::text).findFirst().orElse("");
    if (name.endsWith("/MatMul_quant") && inputs.size() > 1) {
      String layer = name.substring(1, name.lastIndexOf('/')).replace('/', '.');
      matrices.put(layer, inputs.get(1).substring(0, inputs.get(1).length() - QUANTIZED.length()));
    }
  }

  private List<Field> fields(int start, int end) {
    List<Field> fields = new ArrayList<>();
    int[] at = {start};
    while (at[0] < end) {
      long key = varint(at);
      int number = (int) (key >>> 3);
      switch ((int) (key & 7)) {
        case 0 -> fields.add(new Field(number, at[0], at[0], varint(at)));
        case 1 -> at[0] += 8;
        case 2 -> {
          int length = (int) varint(at);
          fields.add(new Field(number, at[0], at[0] + length, 0));
          at[0] += length;
        }
        case 5 -> at[0] += 4;
        default -> throw new IllegalStateException("the encoder's model is no ONNX file");
      }
    }
    return fields;
  }

  private long varint(int[] at) {
    long value = 0;
    for (int shift = 0;; shift += 7) {
      byte b = bytes[at[0]++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  private String text(Field field) {
    return new String(bytes, field.start(), field.end() - field.start(), StandardCharsets.UTF_8);
  }

  // ---- reading

  /** Names of all dense layers, in the order of the alphabet. */
  List<String> denseLayers() {
    return List.copyOf(new TreeSet<>(matrices.keySet()));
  }

  /** How many layers the encoder has, one upon the other. */
  int layers() {
    return matrices.size() / MATRICES;
  }

  /** Numbers that are stored as they are: biases, and the weights of normalisation. */
  float[] vector(String name) {
    return floats(tensors.get(name).fields().get(TENSOR_RAW));
  }

  /** A dense layer's matrix. */
  Dense dense(String layer) {
    String name = matrices.get(layer);
    return new Dense(floats(tensors.get(name + "_scale").fields().get(TENSOR_FLOATS)), raw(name + QUANTIZED));
  }

  /** A table of vectors, one for each entry of a vocabulary. */
  Table table(String name) {
    Field zeros = tensors.get(name + "_zero_point").fields().get(TENSOR_INTS);
    return new Table(
        raw(name + QUANTIZED), floats(tensors.get(name + "_scale").fields().get(TENSOR_FLOATS))[0],
        (int) varint(new int[] {zeros.start()}));
  }

  private byte[] raw(String tensor) {
    Field raw = tensors.get(tensor).fields().get(TENSOR_RAW);
    return Arrays.copyOfRange(bytes, raw.start(), raw.end());
  }

  private float[] floats(Field field) {
    float[] floats = new float[(field.end() - field.start()) / Float.BYTES];
    ByteBuffer.wrap(bytes, field.start(), field.end() - field.start())
        .order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }

  // ---- writing

  /** The same model with other numbers in these places. */
  byte[] with(Map<String, Dense> dense, Map<String, float[]> vectors) {
    byte[] changed = bytes.clone();
    dense.forEach(
        (layer, matrix) -> {
          String name = matrices.get(layer);
          Field raw = tensors.get(name + QUANTIZED).fields().get(TENSOR_RAW);
          System.arraycopy(matrix.values(), 0, changed, raw.start(), matrix.values().length);
          put(changed, tensors.get(name + "_scale").fields().get(TENSOR_FLOATS), matrix.scales());
        });
    vectors.forEach((name, numbers) -> put(changed, tensors.get(name).fields().get(TENSOR_RAW), numbers));
    return changed;
  }

  private static void put(byte[] into, Field place, float[] numbers) {
    if (numbers.length * Float.BYTES != place.end() - place.start()) {
      throw new IllegalArgumentException("the numbers do not fit into their place in the model");
    }
    ByteBuffer.wrap(into, place.start(), place.end() - place.start())
        .order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(numbers);
  }
}
