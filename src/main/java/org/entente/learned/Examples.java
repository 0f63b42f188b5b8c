package org.entente.learned;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things with their features, and whether each is so; packed, since a million of them are learned from. */
final class Examples {

  /** What is told of one thing: numbers of its features, and their values in the same order. */
  record Row(int[] features, float[] values) {}

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final BitSet right = new BitSet();

  void add(Map<String, Float> features, boolean isRight) {
    Row row = new Row(new int[features.size()], new float[features.size()]);
    int at = 0;
    for (Map.Entry<String, Float> f : features.entrySet()) {
      row.features()[at] = numbers.computeIfAbsent(f.getKey(), this::number);
      row.values()[at++] = f.getValue();
    }
    right.set(rows.size(), isRight);
    rows.add(row);
  }

  void addAll(Examples other) {
    for (int i = 0; i < other.size(); i++) {
      Row row = other.row(i);
      int[] features = new int[row.features().length];
      for (int f = 0; f < features.length; f++) {
        features[f] = numbers.computeIfAbsent(other.names.get(row.features()[f]), this::number);
      }
      right.set(rows.size(), other.isRight(i));
      rows.add(new Row(features, row.values()));
    }
  }

  private int number(String name) {
    names.add(name);
    return names.size() - 1;
  }

  int size() {
    return rows.size();
  }

  Row row(int example) {
    return rows.get(example);
  }

  boolean isRight(int example) {
    return right.get(example);
  }

  int right() {
    return right.cardinality();
  }

  /** Names of the features by their numbers. */
  List<String> names() {
    return List.copyOf(names);
  }
}
