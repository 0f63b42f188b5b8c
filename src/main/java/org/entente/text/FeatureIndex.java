package org.entente.text;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The numbers of a model's features, each of which is a type and a value that may be made of several parts. A value is looked
 * up by its parts: to put them together first would take longer than to find it. All that is read on the way stands close
 * together, since it is waiting for memory that a look-up takes its time with.
 */
final class FeatureIndex implements Serializable {

  @Serial
  private static final long serialVersionUID = 1;

  /** Stands between the parts of a value. */
  static final char BETWEEN = '_';

  private static final int[] POWERS = powers();
  private static final int SPREAD = 0x9E3779B9;
  /** A place is a hash, the feature that has it, 0 where there is none, and where its text begins. */
  private static final int PLACE_BITS = 2;
  private static final int FEATURE = 1;
  private static final int TEXT = 2;
  /** The text of a feature begins with its type and its length. */
  private static final int HEAD = 2;
  /** So many are looked up at once, or a few more. */
  private static final int ROOM = 128;

  private final int[] places;
  private final int shift;
  private char[] texts = new char[1 << 10];
  private int length;

  /** @param size how many features there are */
  FeatureIndex(int size) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * Math.max(2, size) - 1);
    places = new int[1 << bits + PLACE_BITS];
    shift = Integer.SIZE - bits;
  }

  /** Ends it: nothing is put in any more. */
  FeatureIndex whole() {
    texts = Arrays.copyOf(texts, length);
    return this;
  }

  /** @param feature its number, above 0 */
  void put(int type, String value, int feature) {
    int hash = hash(type, value.hashCode());
    int at = first(hash);
    while (places[at + FEATURE] != 0) {
      at = next(at);
    }
    places[at] = hash;
    places[at + FEATURE] = feature;
    places[at + TEXT] = length;
    write(type, value);
  }

  private void write(int type, String value) {
    int end = length + HEAD + value.length();
    if (end > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(end, texts.length + (texts.length >> 1)));
    }
    texts[length] = (char) type;
    texts[length + 1] = (char) value.length();
    value.getChars(0, value.length(), texts, length + HEAD);
    length = end;
  }

  /** Looks several up at once. */
  LookUp lookUp() {
    return new LookUp();
  }

  /**
   * Looks several values up at once: what has to be waited for is asked for all of them before the first one is compared. Made
   * for one decision of the model.
   */
  final class LookUp {

    private int size;
    private int[] types = new int[ROOM];
    private int[] hashes = new int[ROOM];
    private int[] at = new int[ROOM];
    private String[][] parts = new String[ROOM][];

    /** Adds one to be looked up. */
    void add(int type, String... value) {
      if (size == types.length) {
        grow();
      }
      types[size] = type;
      hashes[size] = hash(type, joined(value));
      parts[size++] = value;
    }

    private void grow() {
      types = Arrays.copyOf(types, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
      at = Arrays.copyOf(at, 2 * size);
      parts = Arrays.copyOf(parts, 2 * size);
    }

    /** The numbers of those that are known, in the order in which they were added. */
    int[] features() {
      int[] found = new int[size];
      int[] heads = new int[size];
      for (int i = 0; i < size; i++) {
        at[i] = sought(first(hashes[i]), hashes[i]);
      }
      for (int i = 0; i < size; i++) {
        heads[i] = texts[places[at[i] + TEXT]];
      }
      int count = 0;
      for (int i = 0; i < size; i++) {
        int place = at[i];
        while (places[place + FEATURE] != 0 && !(heads[i] == types[i] && has(places[place + TEXT], parts[i]))) {
          place = sought(next(place), hashes[i]);
          heads[i] = texts[places[place + TEXT]];
        }
        if (places[place + FEATURE] != 0) {
          found[count++] = places[place + FEATURE];
        }
      }
      return Arrays.copyOf(found, count);
    }
  }

  /** The first place from one on that has the hash, or is free. */
  private int sought(int from, int hash) {
    int at = from;
    while (places[at] != hash && places[at + FEATURE] != 0) {
      at = next(at);
    }
    return at;
  }

  /** The hash that the parts have as one string. */
  private static int joined(String[] parts) {
    int joined = parts[0].hashCode();
    for (int i = 1; i < parts.length; i++) {
      joined = (31 * joined + BETWEEN) * power(parts[i].length()) + parts[i].hashCode();
    }
    return joined;
  }

  private boolean has(int text, String[] parts) {
    int at = text + HEAD;
    int end = at + texts[text + 1];
    for (int i = 0; i < parts.length; i++) {
      if (i > 0 && (at == end || texts[at++] != BETWEEN) || !has(at, end, parts[i])) {
        return false;
      }
      at += parts[i].length();
    }
    return at == end;
  }

  private boolean has(int from, int end, String part) {
    if (end - from < part.length()) {
      return false;
    }
    for (int i = 0; i < part.length(); i++) {
      if (texts[from + i] != part.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(int type, int ofValue) {
    return 31 * ofValue + type;
  }

  private int first(int hash) {
    return hash * SPREAD >>> shift << PLACE_BITS;
  }

  private int next(int at) {
    return at + (1 << PLACE_BITS) & places.length - 1;
  }

  private static int power(int exponent) {
    int power = 1;
    int left = exponent;
    for (; left >= POWERS.length; left -= POWERS.length - 1) {
      power *= POWERS[POWERS.length - 1];
    }
    return power * POWERS[left];
  }

  private static int[] powers() {
    int[] powers = new int[64];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 31 * powers[i - 1];
    }
    return powers;
  }
}
