package org.entente.learned;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;

/** Gives every word piece a vector that knows its surroundings. Safe to use from several threads. */
final class Encoder implements AutoCloseable {

  /** Numbers in a vector. */
  static final int SIZE = 384;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  Encoder(OnnxModel model) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      // Hardly two texts are of the same length, for which a pattern of memory could be kept.
      options.setMemoryPatternOptimization(false);
      session = environment.createSession(EncoderGraph.of(model), options);
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder's model cannot be run", e);
    }
  }

  /**
   * The vectors of each text, one for each of its pieces. Texts are encoded one by one: several at once are no faster, have
   * to be made of one length, and are rounded by what stands in the others.
   */
  List<float[][]> encode(List<long[]> texts) {
    List<float[][]> vectors = new ArrayList<>();
    for (long[] text : texts) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("reading was broken off");
      }
      vectors.add(encode(text));
    }
    return vectors;
  }

  private float[][] encode(long[] text) {
    long[] shape = {1, text.length};
    long[] places = LongStream.range(0, text.length).toArray();
    try (OnnxTensor pieces = OnnxTensor.createTensor(environment, LongBuffer.wrap(text), shape);
        OnnxTensor at = OnnxTensor.createTensor(environment, LongBuffer.wrap(places), shape);
        OrtSession.Result result =
            session.run(Map.of(EncoderGraph.PIECES, pieces, EncoderGraph.PLACES, at))) {
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[][] vectors = new float[text.length][SIZE];
      for (float[] vector : vectors) {
        states.get(vector);
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
