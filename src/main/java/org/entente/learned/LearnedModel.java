package org.entente.learned;

import ai.djl.engine.EngineProvider;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * What was learned from the annotated articles: the tuned layers of the encoder, the heads on top of it, and the
 * rankers of parties, hypotheses and fields. It is kept in one file of some megabytes, without the encoder that it belongs to.
 *
 * @param encoder checksum of the encoder that the layers were tuned from
 * @param heads of kind, status, field, missing states and party
 * @param home how likely an article is about a state
 * @param party how likely somebody takes part
 * @param judge how likely a hypothesis is right
 * @param field how likely a field is right
 * @param date how likely a date is right
 * @param role how likely a role is right
 * @param own how likely what a word tells is right and told by no other word
 */
public record LearnedModel(
    long encoder, Map<String, OnnxModel.Dense> dense, Map<String, float[]> vectors, List<Head> heads,
    SparseModel home, BoostedTrees party, BoostedTrees judge, BoostedTrees field, SparseModel date,
    SparseModel role, BoostedTrees own) {

  /** Changes whenever the file or the meaning of its numbers does. */
  static final String FORMAT = "entente learned reader 8";

  private static final String ENCODER = "/bge-small-en-v1.5-q.onnx";
  private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final String ADVICE = "Train it anew with this version: entente train DIR --output FILE";

  public LearnedModel {
    dense = new TreeMap<>(dense);
    vectors = new TreeMap<>(vectors);
    heads = List.copyOf(heads);
  }

  /** The one that comes with the program. */
  public static LearnedModel bundled() {
    try (InputStream in = open("model.bin")) {
      return read(in, "the bundled model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with what was learned about parties, hypotheses, fields, dates, roles and what words tell of their own. */
  LearnedModel with(BoostedTrees otherParty, BoostedTrees otherJudge, BoostedTrees otherField, SparseModel otherDate,
      SparseModel otherRole, BoostedTrees otherOwn) {
    return new LearnedModel(encoder, dense, vectors, heads, home, otherParty, otherJudge, otherField, otherDate,
        otherRole, otherOwn);
  }

  /** The same with an encoder and heads that were tuned further. */
  LearnedModel tunedTo(Tuner.Tuned tuned) {
    return new LearnedModel(encoder, tuned.dense(), tuned.vectors(), tuned.heads(), home, party, judge, field, date,
        role, own);
  }

  /**
   * The same, where the encoder's tuned layers and the heads are the means of these and another's: of two that were tuned
   * from the same encoder the mean is often better than either (Wortsman and others, 2022, "Model soups").
   *
   * @throws LearnedException when the other belongs to another encoder or tells other things apart
   */
  public LearnedModel averagedWith(LearnedModel other) {
    boolean alike = encoder == other.encoder && dense.keySet().equals(other.dense.keySet())
        && heads.stream().map(Head::labels).toList().equals(other.heads.stream().map(Head::labels).toList());
    if (!alike) {
      throw new LearnedException("the two models cannot be averaged: they do not tell the same things apart", ADVICE);
    }
    Map<String, OnnxModel.Dense> denseMeans = new TreeMap<>();
    dense.forEach((name, layer) -> denseMeans.put(name,
        OnnxModel.Dense.of(mean(layer.weights(), other.dense.get(name).weights()), layer.scales().length)));
    Map<String, float[]> vectorMeans = new TreeMap<>();
    vectors.forEach((name, vector) -> vectorMeans.put(name, mean(vector, other.vectors.get(name))));
    List<Head> headMeans = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      Head one = heads.get(i);
      Head two = other.heads.get(i);
      headMeans.add(new Head(one.labels(), mean(one.weights(), two.weights()), mean(one.bias(), two.bias())));
    }
    return new LearnedModel(encoder, denseMeans, vectorMeans, headMeans, home, party, judge, field, date, role, own);
  }

  private static float[] mean(float[] one, float[] other) {
    float[] mean = new float[one.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (one[i] + other[i]) / 2;
    }
    return mean;
  }

  /** Whether this installation has what training takes, besides what reading takes. */
  public static boolean canBeTrained() {
    return ServiceLoader.load(EngineProvider.class).findFirst().isPresent();
  }

  /** The encoder's model as it comes, before any tuning. */
  static byte[] encoderModel() {
    try (InputStream in = open(ENCODER)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WordPieces wordPieces() {
    return new WordPieces(open(VOCABULARY));
  }

  static long checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return sum.getValue();
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(LearnedModel.class.getResourceAsStream(resource), resource);
  }

  /** The encoder with its tuned layers, ready to run. */
  Encoder tunedEncoder() {
    return new Encoder(tunedModel());
  }

  /** The encoder with its tuned layers, to be looked into. */
  OnnxModel tunedModel() {
    byte[] base = encoderModel();
    if (checksum(base) != encoder) {
      throw new LearnedException("the learned reader was trained on another encoder than this program has", ADVICE);
    }
    return new OnnxModel(new OnnxModel(base).with(dense, vectors));
  }

  // ---- the file

  /**
   * @param name what it is called in messages
   * @throws LearnedException when it is no model, or one of another version
   */
  public static LearnedModel read(InputStream in, String name) {
    try (DataInputStream data = new DataInputStream(in)) {
      String format = data.readUTF();
      if (!format.equals(FORMAT)) {
        throw new LearnedException(name + " is of another version (\"" + format + "\")", ADVICE);
      }
      long encoder = data.readLong();
      Map<String, OnnxModel.Dense> dense = new LinkedHashMap<>();
      for (int i = data.readInt(); i > 0; i--) {
        String layer = data.readUTF();
        float[] scales = floats(data);
        byte[] values = new byte[data.readInt()];
        data.readFully(values);
        dense.put(layer, new OnnxModel.Dense(scales, values));
      }
      Map<String, float[]> vectors = new LinkedHashMap<>();
      for (int i = data.readInt(); i > 0; i--) {
        vectors.put(data.readUTF(), floats(data));
      }
      List<Head> heads = new ArrayList<>();
      for (int i = data.readInt(); i > 0; i--) {
        List<String> labels = new ArrayList<>();
        for (int l = data.readInt(); l > 0; l--) {
          labels.add(data.readUTF());
        }
        heads.add(new Head(labels, floats(data), floats(data)));
      }
      return new LearnedModel(encoder, dense, vectors, heads, sparse(data), BoostedTrees.read(data),
          BoostedTrees.read(data),
          BoostedTrees.read(data), sparse(data), sparse(data), BoostedTrees.read(data));
    } catch (IOException | RuntimeException e) {
      if (e instanceof LearnedException known) {
        throw known;
      }
      throw new LearnedException(name + " is no model of the learned reader", ADVICE, e);
    }
  }

  private static float[] floats(DataInputStream data) throws IOException {
    float[] floats = new float[data.readInt()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = data.readFloat();
    }
    return floats;
  }

  private static SparseModel sparse(DataInputStream data) throws IOException {
    Map<String, Float> weights = new LinkedHashMap<>();
    for (int i = data.readInt(); i > 0; i--) {
      weights.put(data.readUTF(), data.readFloat());
    }
    return new SparseModel(weights);
  }

  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeUTF(FORMAT);
    data.writeLong(encoder);
    data.writeInt(dense.size());
    for (Map.Entry<String, OnnxModel.Dense> layer : dense.entrySet()) {
      data.writeUTF(layer.getKey());
      floats(data, layer.getValue().scales());
      data.writeInt(layer.getValue().values().length);
      data.write(layer.getValue().values());
    }
    data.writeInt(vectors.size());
    for (Map.Entry<String, float[]> vector : vectors.entrySet()) {
      data.writeUTF(vector.getKey());
      floats(data, vector.getValue());
    }
    data.writeInt(heads.size());
    for (Head head : heads) {
      data.writeInt(head.labels().size());
      for (String label : head.labels()) {
        data.writeUTF(label);
      }
      floats(data, head.weights());
      floats(data, head.bias());
    }
    sparse(data, home);
    party.write(data);
    judge.write(data);
    field.write(data);
    sparse(data, date);
    sparse(data, role);
    own.write(data);
    data.flush();
  }

  private static void floats(DataOutputStream data, float[] floats) throws IOException {
    data.writeInt(floats.length);
    for (float f : floats) {
      data.writeFloat(f);
    }
  }

  private static void sparse(DataOutputStream data, SparseModel model) throws IOException {
    data.writeInt(model.weights().size());
    for (Map.Entry<String, Float> w : new TreeMap<>(model.weights()).entrySet()) {
      data.writeUTF(w.getKey());
      data.writeFloat(w.getValue());
    }
  }
}
