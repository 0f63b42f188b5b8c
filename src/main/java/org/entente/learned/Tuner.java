package org.entente.learned;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Tunes the upper layers of the encoder together with the heads on top of it, on annotated sentences: BERT as in
 * Devlin et al. (2019), AdamW as in Loshchilov and Hutter (2019) with a linear warm-up and decay. Seeded; the same
 * sentences give the same weights on the same machine.
 */
final class Tuner {

  /** How long and how fast it learns. */
  record Settings(int layers, int epochs, int batch, float rate, float headRate, int seed) {

    /** Chosen on the development articles, but for the epochs: the more articles to learn from, the fewer do. */
    static Settings usual(int epochs) {
      return new Settings(8, epochs, 4, 2e-4f, 2e-3f, 1);
    }

    /** For what has learned before, and is not to forget it: half as fast. */
    static Settings further(int epochs) {
      return new Settings(8, epochs, 4, 1e-4f, 1e-3f, 1);
    }
  }

  /** What comes out: the encoder's new numbers by name, and the heads. */
  record Tuned(Map<String, OnnxModel.Dense> dense, Map<String, float[]> vectors, List<Head> heads) {}

  private static final int ATTENTION_HEADS = 12;
  private static final float DROPOUT = .1f;
  private static final float HEAD_DROPOUT = .2f;
  /** So many chances to be dropped are drawn: several times those that a batch takes at once. */
  private static final int MASK = 1 << 24;
  private static final float WARM_UP = .06f;
  private static final float DECAY = .01f;
  /** The norm to which gradients are cut, as in Pascanu, Mikolov and Bengio (2013). */
  private static final double GREATEST_STEP = 1;
  /** Batches without a gradient that are passed over; with more, learning has gone astray. */
  private static final int MOST_PASSED_OVER = 3;
  /** Batches among whose windows those of like length are put together. */
  private static final int POOL = 32;
  /** The weight of the kind's head against the others. */
  private static final float KIND = 2;
  private static final float OTHER = .5f;

  private static final List<String> DENSE =
      List.of("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
          "intermediate.dense", "output.dense");
  private static final List<String> PARTY = List.of("party");
  private static final List<String> NORMS = List.of("attention.output.LayerNorm", "output.LayerNorm");

  private final OnnxModel model;
  private final Settings settings;
  private final Consumer<String> progress;
  private final int depth;
  private final float[] wordTable;
  private final float[] places;
  private final float[] types;

  /** @param progress told how far it is */
  Tuner(OnnxModel model, Settings settings, Consumer<String> progress) {
    this.model = model;
    this.settings = settings;
    this.progress = progress;
    this.depth = model.layers();
    this.wordTable = model.table("embeddings.word_embeddings.weight").numbers();
    this.places = model.table("embeddings.position_embeddings.weight").numbers();
    this.types = model.table("embeddings.token_type_embeddings.weight").numbers();
  }

  /** @param labels of the heads for kind, status, field and missing states */
  Tuned tune(List<TuningWindow> windows, List<List<String>> labels) {
    return tune(windows, labels, List.of());
  }

  /**
   * The same, from heads that have learned before.
   *
   * @param before one for each of the labels and that of parties; empty to start from chance
   */
  Tuned tune(List<TuningWindow> windows, List<List<String>> labels, List<Head> before) {
    Engine engine = Engine.getInstance();
    engine.setRandomSeed(settings.seed());
    try (NDManager manager = NDManager.newBaseManager()) {
      return new Run(manager, labels, before).learn(windows);
    }
  }

  /** One number array that is learned, with what AdamW remembers of it. */
  private static final class Parameter {
    final NDArray value;
    final NDArray mean;
    final NDArray variance;
    final float rate;
    final boolean decays;

    Parameter(NDManager manager, float[] numbers, Shape shape, float rate, boolean decays) {
      this.value = manager.create(numbers, shape);
      this.value.setRequiresGradient(true);
      this.mean = manager.zeros(shape);
      this.variance = manager.zeros(shape);
      this.rate = rate;
      this.decays = decays;
    }
  }

  private final class Run {

    private static final float BETA_1 = .9f;
    private static final float BETA_2 = .999f;

    private final NDManager manager;
    private final Map<String, NDArray> frozen = new LinkedHashMap<>();
    private final Map<String, Parameter> learned = new LinkedHashMap<>();
    private final List<List<String>> labels;
    private final Random random = new Random(settings.seed());
    private final Map<Float, NDArray> masks = new HashMap<>();
    private int passedOver;

    Run(NDManager manager, List<List<String>> labels, List<Head> before) {
      this.manager = manager;
      this.labels = labels;
      weights("embeddings.LayerNorm.weight", model.vector("embeddings.LayerNorm.weight"), false, 1);
      weights("embeddings.LayerNorm.bias", model.vector("embeddings.LayerNorm.bias"), false, 1);
      for (int layer = 0; layer < depth; layer++) {
        boolean tuned = layer >= depth - settings.layers();
        for (String part : DENSE) {
          String name = name(layer, part);
          float[] bias = model.vector(name + ".bias");
          weights(name, model.dense(name).weights(), tuned, bias.length);
          weights(name + ".bias", bias, tuned, 1);
        }
        for (String part : NORMS) {
          weights(name(layer, part) + ".weight", model.vector(name(layer, part) + ".weight"), tuned, 1);
          weights(name(layer, part) + ".bias", model.vector(name(layer, part) + ".bias"), tuned, 1);
        }
      }
      for (int h = 0; h < labels.size(); h++) {
        head(h, before.isEmpty() ? chance(Place.SEEN_SIZE, labels.get(h)) : before.get(h));
      }
      head(labels.size(), before.isEmpty() ? chance(Place.PARTY_SIZE, PARTY) : before.get(labels.size()));
    }

    private static String name(int layer, String part) {
      return "encoder.layer." + layer + "." + part;
    }

    private void weights(String name, float[] numbers, boolean tuned, int outputs) {
      Shape shape = outputs == 1 ? new Shape(numbers.length) : new Shape(numbers.length / outputs, outputs);
      if (tuned) {
        learned.put(name, new Parameter(manager, numbers, shape, settings.rate(), outputs > 1));
      } else {
        frozen.put(name, manager.create(numbers, shape));
      }
    }

    private Head chance(int inputs, List<String> labels) {
      float[] start = new float[inputs * labels.size()];
      double bound = 1 / Math.sqrt(inputs);
      for (int i = 0; i < start.length; i++) {
        start[i] = (float) ((2 * random.nextDouble() - 1) * bound);
      }
      return new Head(labels, start, new float[labels.size()]);
    }

    private void head(int number, Head start) {
      int outputs = start.bias().length;
      learned.put(
          "head." + number,
          new Parameter(
              manager, start.weights(), new Shape(start.weights().length / outputs, outputs), settings.headRate(),
              true));
      learned.put(
          "head." + number + ".bias",
          new Parameter(manager, start.bias(), new Shape(outputs), settings.headRate(), false));
    }

    private NDArray get(String name) {
      NDArray fixed = frozen.get(name);
      return fixed != null ? fixed : learned.get(name).value;
    }

    Tuned learn(List<TuningWindow> all) {
      List<TuningWindow> windows = all.stream().filter(s -> !s.words().isEmpty()).toList();
      int steps = settings.epochs() * ((windows.size() + settings.batch() - 1) / settings.batch());
      int step = 0;
      for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
        double loss = 0;
        List<List<TuningWindow>> batches = batches(windows);
        for (List<TuningWindow> batch : batches) {
          float pace = Math.min(1, step / (steps * WARM_UP)) * (1 - (float) step / steps);
          loss += step(batch, pace, ++step);
        }
        progress.accept("epoch %d of %d: loss %.3f".formatted(epoch, settings.epochs(), loss / batches.size()));
      }
      return result();
    }

    /** Shuffled, but with windows of like length together. */
    private List<List<TuningWindow>> batches(List<TuningWindow> windows) {
      List<TuningWindow> shuffled = new ArrayList<>(windows);
      Collections.shuffle(shuffled, random);
      List<List<TuningWindow>> batches = new ArrayList<>();
      int pool = POOL * settings.batch();
      for (int from = 0; from < shuffled.size(); from += pool) {
        List<TuningWindow> some = shuffled.subList(from, Math.min(shuffled.size(), from + pool));
        some.sort(Comparator.comparingInt(s -> s.ids().length));
        for (int at = 0; at < some.size(); at += settings.batch()) {
          batches.add(List.copyOf(some.subList(at, Math.min(some.size(), at + settings.batch()))));
        }
      }
      Collections.shuffle(batches, random);
      return batches;
    }

    private double step(List<TuningWindow> batch, float pace, int count) {
      try (NDManager scope = manager.newSubManager();
          GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
        // Whatever is made from these goes with the scope.
        learned.values().forEach(p -> {
          p.value.tempAttach(scope);
          p.mean.tempAttach(scope);
          p.variance.tempAttach(scope);
        });
        NDArray loss = loss(batch, scope);
        gradients.backward(loss);
        List<NDArray> all = new ArrayList<>();
        for (Parameter p : learned.values()) {
          NDArray gradient = p.value.getGradient();
          gradient.attach(scope);
          all.add(gradient);
        }
        float share = clipped(all);
        if (!(share > 0)) {
          passOver(all);
          return 0;
        }
        int at = 0;
        for (Parameter p : learned.values()) {
          update(p, all.get(at++), share, pace, count, scope);
        }
        return loss.getFloat();
      }
    }

    /** Forgets gradients that are no numbers: rarely a batch has such. */
    private void passOver(List<NDArray> gradients) {
      if (++passedOver > MOST_PASSED_OVER) {
        throw new LearnedException("learning went astray: its loss is no number any more", "Start it once more.");
      }
      gradients.forEach(g -> g.set(FloatBuffer.wrap(new float[Math.toIntExact(g.size())])));
    }

    /** How much of the gradients is followed, so that one odd batch does not undo what was learned. */
    private static float clipped(List<NDArray> gradients) {
      double square = 0;
      for (NDArray gradient : gradients) {
        square += gradient.square().sum().getFloat();
      }
      return (float) Math.min(1, GREATEST_STEP / Math.sqrt(square));
    }

    private void update(Parameter p, NDArray raw, float share, float pace, int count, NDManager scope) {
      NDArray gradient = raw.mul(share);
      NDArray value = p.value.stopGradient();
      value.attach(scope);
      p.mean.muli(BETA_1).addi(gradient.mul(1 - BETA_1));
      p.variance.muli(BETA_2).addi(gradient.square().muli(1 - BETA_2));
      double first = 1 - Math.pow(BETA_1, count);
      double second = 1 - Math.pow(BETA_2, count);
      NDArray change = p.mean.div(p.variance.sqrt().muli(1 / Math.sqrt(second)).addi(1e-8));
      if (p.decays) {
        value.muli(1 - DECAY * p.rate * pace);
      }
      value.subi(change.muli(p.rate * pace / first));
      raw.subi(raw);
    }

    // ---- the loss of a batch

    private NDArray loss(List<TuningWindow> batch, NDManager scope) {
      int length = batch.stream().mapToInt(s -> s.ids().length).max().orElseThrow();
      NDArray states = encode(batch, length, scope).reshape((long) batch.size() * length, Encoder.SIZE);
      List<float[]> own = new ArrayList<>();
      List<float[]> whole = new ArrayList<>();
      List<float[]> head = new ArrayList<>();
      List<float[]> object = new ArrayList<>();
      List<float[]> events = new ArrayList<>();
      List<float[]> listed = new ArrayList<>();
      List<float[]> here = new ArrayList<>();
      List<float[]> before = new ArrayList<>();
      List<float[]> around = new ArrayList<>();
      List<float[]> flags = new ArrayList<>();
      List<TuningWindow.Candidate> words = new ArrayList<>();
      List<Boolean> parties = new ArrayList<>();
      int width = batch.size() * length;
      for (int b = 0; b < batch.size(); b++) {
        int start = b * length;
        for (TuningWindow.Candidate word : batch.get(b).words()) {
          words.add(word);
          float[] itself = mean(word.place().own(), start, width);
          own.add(itself);
          float[] all = mean(word.place().whole(), start, width);
          whole.add(all);
          head.add(mean(word.place().head(), start, width));
          object.add(mean(word.place().object(), start, width));
          for (TuningWindow.Named named : word.named()) {
            events.add(itself);
            listed.add(mean(named.naming().list(), start, width));
            here.add(mean(named.naming().here(), start, width));
            before.add(mean(named.naming().before(), start, width));
            around.add(all);
            flags.add(named.naming().flags());
            parties.add(named.party());
          }
        }
      }
      NDArray seen = dropout(
          pooled(own, states, scope).concat(pooled(whole, states, scope), 1)
              .concat(pooled(head, states, scope), 1).concat(pooled(object, states, scope), 1),
          HEAD_DROPOUT);
      NDArray loss = entropy(0, seen, words, TuningWindow.Candidate::kind, scope).mul(KIND);
      if (words.stream().anyMatch(w -> w.kind() > 0)) {
        loss = loss.add(entropy(1, seen, words, TuningWindow.Candidate::status, scope).mul(OTHER))
            .add(entropy(2, seen, words, TuningWindow.Candidate::field, scope).mul(OTHER))
            .add(entropy(3, seen, words, TuningWindow.Candidate::missing, scope).mul(OTHER));
      }
      if (!parties.isEmpty()) {
        NDArray event = pooled(events, states, scope);
        NDArray list = pooled(listed, states, scope);
        NDArray sentence = pooled(here, states, scope);
        NDArray both = dropout(
            event.concat(list, 1).concat(sentence, 1).concat(event.mul(list), 1).concat(event.mul(sentence), 1)
                .concat(event.mul(pooled(before, states, scope)), 1).concat(pooled(around, states, scope), 1)
                .concat(scope.create(flags.toArray(float[][]::new)), 1),
            HEAD_DROPOUT);
        loss = loss.add(binary(labels.size(), both, parties, scope).mul(OTHER));
      }
      return loss;
    }

    /** One row of a matrix that takes the mean of some pieces. */
    private static float[] mean(int[] pieces, int start, int width) {
      float[] row = new float[width];
      for (int p : pieces) {
        row[start + p] += 1f / pieces.length;
      }
      return row;
    }

    private static NDArray pooled(List<float[]> rows, NDArray states, NDManager scope) {
      return scope.create(rows.toArray(float[][]::new)).matMul(states);
    }

    private NDArray entropy(
        int number, NDArray seen, List<TuningWindow.Candidate> words, ToIntFunction<TuningWindow.Candidate> label,
        NDManager scope) {
      int outputs = labels.get(number).size();
      float[] wanted = new float[words.size() * outputs];
      int known = 0;
      for (int i = 0; i < words.size(); i++) {
        int right = label.applyAsInt(words.get(i));
        if (right != TuningWindow.UNKNOWN) {
          wanted[i * outputs + right] = 1;
          known++;
        }
      }
      NDArray likely = seen.matMul(get("head." + number)).add(get("head." + number + ".bias")).logSoftmax(1);
      return likely.mul(scope.create(wanted, new Shape(words.size(), outputs))).sum().mul(-1f / known);
    }

    private NDArray binary(int number, NDArray seen, List<Boolean> right, NDManager scope) {
      float[] signs = new float[right.size()];
      for (int i = 0; i < signs.length; i++) {
        signs[i] = right.get(i) ? 1 : -1;
      }
      NDArray score = seen.matMul(get("head." + number)).add(get("head." + number + ".bias")).reshape(signs.length);
      // -log sigmoid(x) = max(-x, 0) + log(1 + exp(-|x|))
      NDArray margin = score.mul(scope.create(signs));
      return margin.neg().maximum(0f).add(margin.abs().neg().exp().add(1).log()).mean();
    }

    // ---- BERT

    private NDArray encode(List<TuningWindow> batch, int length, NDManager scope) {
      float[] start = new float[batch.size() * length * Encoder.SIZE];
      float[] mask = new float[batch.size() * length];
      for (int b = 0; b < batch.size(); b++) {
        long[] ids = batch.get(b).ids();
        for (int p = 0; p < length; p++) {
          int at = (b * length + p) * Encoder.SIZE;
          int id = p < ids.length ? (int) ids[p] : 0;
          mask[b * length + p] = p < ids.length ? 0 : -1e9f;
          for (int d = 0; d < Encoder.SIZE; d++) {
            start[at + d] = wordTable[id * Encoder.SIZE + d] + places[p * Encoder.SIZE + d] + types[d];
          }
        }
      }
      NDArray x = scope.create(start, new Shape(batch.size(), length, Encoder.SIZE));
      NDArray unseen = scope.create(mask, new Shape(batch.size(), 1, 1, length));
      x = dropout(norm(x, "embeddings.LayerNorm"), DROPOUT);
      for (int layer = 0; layer < depth; layer++) {
        x = layer(x, unseen, layer);
      }
      return x;
    }

    private NDArray layer(NDArray x, NDArray unseen, int layer) {
      NDArray query = apart(dense(x, name(layer, DENSE.get(0))));
      NDArray key = apart(dense(x, name(layer, DENSE.get(1))));
      NDArray value = apart(dense(x, name(layer, DENSE.get(2))));
      double scale = 1 / Math.sqrt(Encoder.SIZE / (double) ATTENTION_HEADS);
      NDArray attention =
          dropout(query.mul(scale).matMul(key.transpose(0, 1, 3, 2)).addi(unseen).softmax(-1), DROPOUT);
      NDArray read = attention.matMul(value).transpose(0, 2, 1, 3).reshape(x.getShape());
      NDArray y = norm(x.add(dropout(dense(read, name(layer, DENSE.get(3))), DROPOUT)), name(layer, NORMS.get(0)));
      NDArray inner = dense(y, name(layer, DENSE.get(4))).getNDArrayInternal().gelu();
      return norm(y.add(dropout(dense(inner, name(layer, DENSE.get(5))), DROPOUT)), name(layer, NORMS.get(1)));
    }

    /** One slice for each attention head. */
    private static NDArray apart(NDArray x) {
      Shape shape = x.getShape();
      return x.reshape(shape.get(0), shape.get(1), ATTENTION_HEADS, Encoder.SIZE / ATTENTION_HEADS)
          .transpose(0, 2, 1, 3);
    }

    private NDArray dense(NDArray x, String name) {
      return x.matMul(get(name)).add(get(name + ".bias"));
    }

    private NDArray norm(NDArray x, String name) {
      NDList normal =
          x.getNDArrayInternal().layerNorm(
              x, new Shape(Encoder.SIZE), get(name + ".weight"), get(name + ".bias"), OnnxModel.EPSILON);
      return normal.singletonOrThrow();
    }

    /**
     * What is left of these numbers where each is dropped by chance. To draw millions of chances takes longer than the
     * products of a layer, so they are drawn once, and each time another stretch of them is taken.
     */
    private NDArray dropout(NDArray x, float rate) {
      NDArray kept = kept(rate);
      long from = random.nextLong(kept.size() - x.size());
      NDArray stretch = kept.get(new NDIndex(from + ":" + (from + x.size())));
      stretch.attach(x.getManager());
      return x.mul(stretch.reshape(x.getShape()));
    }

    private NDArray kept(float rate) {
      return masks.computeIfAbsent(rate, r -> {
        float[] kept = new float[MASK];
        for (int i = 0; i < kept.length; i++) {
          kept[i] = random.nextFloat() < r ? 0 : 1 / (1 - r);
        }
        return manager.create(kept);
      });
    }

    // ---- what came out

    private Tuned result() {
      Map<String, OnnxModel.Dense> dense = new LinkedHashMap<>();
      Map<String, float[]> vectors = new LinkedHashMap<>();
      learned.forEach(
          (name, p) -> {
            float[] numbers = p.value.toType(DataType.FLOAT32, true).toFloatArray();
            if (name.startsWith("encoder.")) {
              if (p.value.getShape().dimension() == 2) {
                dense.put(name, OnnxModel.Dense.of(numbers, (int) p.value.getShape().get(1)));
              } else {
                vectors.put(name, numbers);
              }
            }
          });
      List<Head> heads = new ArrayList<>();
      for (int h = 0; h <= labels.size(); h++) {
        List<String> names = h < labels.size() ? labels.get(h) : PARTY;
        heads.add(
            new Head(
                names, learned.get("head." + h).value.toFloatArray(),
                learned.get("head." + h + ".bias").value.toFloatArray()));
      }
      return new Tuned(dense, vectors, heads);
    }
  }
}
