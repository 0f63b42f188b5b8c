package org.entente.learned;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** Gives every word piece a vector that knows its surroundings. Safe to use from several threads. */
final class Encoder implements AutoCloseable {

  /** Numbers in a vector. */
  static final int SIZE = 384;

  /** Texts encoded at once; those of like length together, so that little is padded. */
  private static final int BATCH = 4;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /** @param model ONNX with the inputs and the output of BERT */
  Encoder(byte[] model) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder's model cannot be run", e);
    }
  }

  /** The vectors of each text, one for each of its pieces. */
  List<float[][]> encode(List<long[]> texts) {
    List<Integer> order =
        IntStream.range(0, texts.size()).boxed()
            .sorted(Comparator.comparingInt(i -> texts.get(i).length)).toList();
    float[][][] vectors = new float[texts.size()][][];
    for (int from = 0; from < order.size(); from += BATCH) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("reading was broken off");
      }
      List<Integer> batch = order.subList(from, Math.min(order.size(), from + BATCH));
      float[][][] encoded = batch(batch.stream().map(texts::get).toList());
      for (int i = 0; i < encoded.length; i++) {
        vectors[batch.get(i)] = encoded[i];
      }
    }
    return new ArrayList<>(List.of(vectors));
  }

  private float[][][] batch(List<long[]> texts) {
    int length = texts.stream().mapToInt(t -> t.length).max().orElse(0);
    long[] ids = new long[texts.size() * length];
    long[] mask = new long[ids.length];
    for (int i = 0; i < texts.size(); i++) {
      long[] own = texts.get(i);
      System.arraycopy(own, 0, ids, i * length, own.length);
      Arrays.fill(mask, i * length, i * length + own.length, 1);
    }
    long[] shape = {texts.size(), length};
    try (OnnxTensor words = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
        OrtSession.Result result =
            session.run(Map.of("input_ids", words, "attention_mask", attention, "token_type_ids", types))) {
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[][][] vectors = new float[texts.size()][][];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = new float[texts.get(i).length][SIZE];
        for (int p = 0; p < vectors[i].length; p++) {
          states.get((i * length + p) * SIZE, vectors[i][p]);
        }
      }
      return vectors;
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed", e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
