package org.entente.text;

import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.NLPState;
import edu.emory.mathcs.nlp.component.template.train.HyperParameter;
import edu.emory.mathcs.nlp.learning.util.FeatureMap;
import edu.emory.mathcs.nlp.learning.util.SparseVector;
import java.io.Serial;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The features of a model for decoding: the same ones in the same order, but what several of them are made of is looked at
 * once for each decision. New ones cannot be learned.
 *
 * @param <S> what the model decides on
 */
final class Nlp4jFeatures<S extends NLPState<NLPNode>> extends FeatureTemplate<NLPNode, S> {

  @Serial
  private static final long serialVersionUID = 1;

  private final FeatureIndex index;
  /** What features are made of, each once. */
  private final FeatureItem[] items;
  /** For each feature the items that it is made of. */
  private final int[][] parts;

  /** @param numbers what the features are called, by their former number */
  Nlp4jFeatures(FeatureTemplate<NLPNode, S> all, int[] numbers) {
    super(null, new HyperParameter());
    getSetFeatureList().addAll(all.getSetFeatureList());
    getEmbeddingFeatureList().addAll(all.getEmbeddingFeatureList());
    Map<List<@Nullable Object>, Integer> places = new HashMap<>();
    List<FeatureItem> distinct = new ArrayList<>();
    parts = all.getFeatureList().stream().map(feature -> Arrays.stream(feature).mapToInt(item -> {
      int place = places.computeIfAbsent(
          Arrays.asList(item.source, item.relation, item.window, item.field, item.attribute), known -> distinct.size());
      if (place == distinct.size()) {
        distinct.add(item);
      }
      return place;
    }).toArray()).toArray(int[][]::new);
    items = distinct.toArray(FeatureItem[]::new);
    index = index(known(all), numbers);
  }

  /** The library hands them out to its own classes only. */
  private static FeatureMap known(FeatureTemplate<?, ?> all) {
    try {
      Field field = Arrays.stream(FeatureTemplate.class.getDeclaredFields())
          .filter(f -> f.getType().equals(FeatureMap.class)).findFirst().orElseThrow();
      field.setAccessible(true);
      return (FeatureMap) field.get(all);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FeatureIndex index(FeatureMap known, int[] numbers) {
    FeatureIndex index = new FeatureIndex(known.size());
    for (int i = 0; i < known.getIndexMaps().size(); i++) {
      int type = i;
      known.getIndexMaps().get(i).forEach((value, feature) -> index.put(type, value, numbers[feature]));
    }
    return index.whole();
  }

  @Override
  public SparseVector createSparseVector(S state, boolean isTrain) {
    FeatureIndex.LookUp lookUp = index.lookUp();
    int type = 0;
    for (FeatureItem item : feature_set) {
      Collection<String> values = getFeatures(state, item);
      if (values != null) {
        for (String value : values) {
          lookUp.add(type, value);
        }
      }
      type++;
    }
    Seen seen = new Seen(state);
    for (int[] feature : parts) {
      String[] value = new String[feature.length];
      if (seen.fill(value, feature)) {
        lookUp.add(type, value);
      }
      type++;
    }
    SparseVector vector = new SparseVector();
    for (int feature : lookUp.features()) {
      vector.add(feature, 1);
    }
    return vector;
  }

  /** What features are made of, looked at once. */
  private final class Seen {

    private final S state;
    private final boolean[] looked = new boolean[items.length];
    private final @Nullable String[] values = new String[items.length];

    Seen(S state) {
      this.state = state;
    }

    /** Puts together what a feature is made of, if there is all of it. */
    boolean fill(String[] value, int[] feature) {
      for (int i = 0; i < feature.length; i++) {
        String found = value(feature[i]);
        if (found == null) {
          return false;
        }
        value[i] = found;
      }
      return true;
    }

    private @Nullable String value(int item) {
      if (!looked[item]) {
        looked[item] = true;
        values[item] = getFeature(state, items[item]);
      }
      return values[item];
    }
  }
}
