package org.entente.learned;

import java.util.ArrayList;
import java.util.List;
import org.entente.learned.OnnxGraph.Attribute;
import org.entente.learned.OnnxGraph.Operations;

/**
 * An encoder's weights as the graph that is run. The graph that an encoder comes with spells each layer out in a hundred
 * small steps and has room for texts of different lengths. This one has ten to a layer, whose operations ONNX Runtime
 * does in one go each (attention of all heads, a sum with its normalisation, GELU), and takes one text at a time, so
 * that nothing is padded or masked: a quarter of the time is saved. Numbers are rounded at the same places, by the range
 * of the one text; GELU is taken by its usual nearness with a hyperbolic tangent.
 */
final class EncoderGraph {

  /** Word pieces of one text, and their places from 0 on. */
  static final String PIECES = "pieces";
  static final String PLACES = "places";

  private static final String STATES = "states";
  private static final int HEADS = 12;
  private static final List<String> ATTENDING = List.of("query", "key", "value");

  private final OnnxModel model;
  private final OnnxGraph graph = new OnnxGraph();
  /** Numbers in a vector. */
  private final int size;

  private EncoderGraph(OnnxModel model) {
    this.model = model;
    this.size = model.vector("embeddings.LayerNorm.weight").length;
  }

  /** The graph in ONNX form. */
  static byte[] of(OnnxModel model) {
    EncoderGraph encoder = new EncoderGraph(model);
    encoder.write();
    return encoder.graph.bytes();
  }

  private void write() {
    graph.input(PIECES, "texts", "length");
    graph.input(PLACES, "texts", "length");
    embed();
    int layers = model.layers();
    for (int layer = 0; layer < layers; layer++) {
      layer("encoder.layer." + layer + ".", states(layer), states(layer + 1));
    }
    graph.output(states(layers), "texts", "length", "size");
  }

  private static String states(int layer) {
    return STATES + layer;
  }

  private void embed() {
    OnnxModel.Table words = model.table("embeddings.word_embeddings.weight");
    standard("Gather", List.of(
        graph.unsigned("words", words.values(), words.values().length / size, size), PIECES), "words.rounded");
    standard("DequantizeLinear", List.of(
        "words.rounded", graph.floats("words.scale", new float[] {words.scale()}),
        graph.unsigned("words.zero", new byte[] {(byte) words.zero()})), "words.vectors");
    float[] places = model.table("embeddings.position_embeddings.weight").numbers();
    standard("Gather", List.of(graph.floats("positions", places, places.length / size, size), PLACES),
        "places.vectors");
    // All pieces are of the first of the two types of text that BERT tells apart.
    float[] type = new float[size];
    System.arraycopy(model.table("embeddings.token_type_embeddings.weight").numbers(), 0, type, 0, size);
    sumNormed(
        List.of("words.vectors", "places.vectors"), "embeddings.LayerNorm", List.of(graph.floats("type", type, size)),
        states(0));
  }

  private void layer(String name, String in, String out) {
    attention(name, in, name + "attended");
    dense(name + "attention.output.dense", name + "attended", size, name + "gathered");
    sumNormed(List.of(name + "gathered", in), name + "attention.output.LayerNorm", List.of(), name + "middle");
    dense(name + "intermediate.dense", name + "middle", 4 * size, name + "inner");
    ofRuntime("FastGelu", List.of(name + "inner"), name + "active");
    dense(name + "output.dense", name + "active", size, name + "outer");
    sumNormed(List.of(name + "outer", name + "middle"), name + "output.LayerNorm", List.of(), out);
  }

  /** Queries, keys and values are one product, their columns side by side. */
  private void attention(String name, String in, String out) {
    byte[] values = new byte[3 * size * size];
    float[] scales = new float[3 * size];
    float[] biases = new float[3 * size];
    for (int part = 0; part < ATTENDING.size(); part++) {
      String layer = name + "attention.self." + ATTENDING.get(part);
      OnnxModel.Dense dense = model.dense(layer);
      for (int row = 0; row < size; row++) {
        System.arraycopy(dense.values(), row * size, values, (3 * row + part) * size, size);
      }
      System.arraycopy(dense.scales(), 0, scales, part * size, size);
      System.arraycopy(model.vector(layer + ".bias"), 0, biases, part * size, size);
    }
    String self = name + "attention.self";
    standard("DynamicQuantizeLinear", List.of(in),
        self + ".rounded", self + ".rounded.scale", self + ".rounded.zero");
    ofRuntime("QAttention",
        List.of(
            self + ".rounded", graph.signed(self, values, size, 3L * size),
            graph.floats(self + ".bias", biases, 3L * size), self + ".rounded.scale",
            graph.floats(self + ".scale", scales, 3L * size), "", self + ".rounded.zero"),
        out, new Attribute("num_heads", HEADS));
  }

  /** A product in whole numbers, and a bias. */
  private void dense(String layer, String in, int outputs, String out) {
    OnnxModel.Dense dense = model.dense(layer);
    ofRuntime("DynamicQuantizeMatMul",
        List.of(
            in, graph.signed(layer, dense.values(), dense.values().length / outputs, outputs),
            graph.floats(layer + ".scale", dense.scales(), outputs), "",
            graph.floats(layer + ".bias", model.vector(layer + ".bias"), outputs)),
        out);
  }

  /**
   * The sum of two, brought to a mean and a variance.
   *
   * @param third a vector that is added as well, if any
   */
  private void sumNormed(List<String> summands, String norm, List<String> third, String out) {
    List<String> inputs = new ArrayList<>(summands);
    inputs.add(graph.floats(norm + ".weight", model.vector(norm + ".weight"), size));
    inputs.add(graph.floats(norm + ".bias", model.vector(norm + ".bias"), size));
    inputs.addAll(third);
    ofRuntime("SkipLayerNormalization", inputs, out, new Attribute("epsilon", OnnxModel.EPSILON));
  }

  private void standard(String operation, List<String> inputs, String... outputs) {
    graph.operation(Operations.STANDARD, operation, inputs, List.of(outputs));
  }

  private void ofRuntime(String operation, List<String> inputs, String output, Attribute... attributes) {
    graph.operation(Operations.OF_RUNTIME, operation, inputs, List.of(output), attributes);
  }
}
