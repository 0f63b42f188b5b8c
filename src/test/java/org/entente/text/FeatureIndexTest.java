package org.entente.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureIndexTest {

  private final FeatureIndex index = index();

  private static FeatureIndex index() {
    FeatureIndex known = new FeatureIndex(6);
    known.put(0, "sign", 4);
    known.put(1, "sign_VBD", 9);
    known.put(1, "sign_VBD_treaty", 12);
    // These two have the same hash.
    known.put(2, "Aa", 20);
    known.put(2, "BB", 31);
    known.put(2, "x".repeat(80) + "_" + "y".repeat(150), 40);
    return known.whole();
  }

  private int[] found(List<String[]> values, int type) {
    FeatureIndex.LookUp lookUp = index.lookUp();
    values.forEach(value -> lookUp.add(type, value));
    return lookUp.features();
  }

  private int[] found(int type, String... value) {
    return found(List.<String[]>of(value), type);
  }

  @Test
  void findsAValueAsOneAndByItsParts() {
    assertArrayEquals(new int[] {9}, found(1, "sign_VBD"));
    assertArrayEquals(new int[] {9}, found(1, "sign", "VBD"));
    assertArrayEquals(new int[] {12}, found(1, "sign", "VBD", "treaty"));
    assertArrayEquals(new int[] {12}, found(1, "sign_VBD", "treaty"));
    assertArrayEquals(new int[] {40}, found(2, "x".repeat(80), "y".repeat(150)));
  }

  @Test
  void findsNothingOfAnotherTypeNorAPartOfAValueNorMore() {
    assertArrayEquals(new int[0], found(0, "sign", "VBD"));
    assertArrayEquals(new int[0], found(1, "sign"));
    assertArrayEquals(new int[0], found(1, "sign", "VBD", "treat"));
    assertArrayEquals(new int[0], found(1, "sign", "VBD", "treaty", ""));
    assertArrayEquals(new int[0], found(1, ""));
  }

  @Test
  void tellsApartWhatHasTheSameHash() {
    assertArrayEquals(new int[] {31}, found(2, "BB"));
    assertArrayEquals(new int[] {20}, found(2, "Aa"));
    assertArrayEquals(new int[0], found(2, "Aa", ""));
  }

  @Test
  void keepsTheOrderOfWhatIsAskedAndTakesAnyNumber() {
    List<String[]> asked = IntStream.range(0, 300)
        .mapToObj(i -> new String[] {i % 3 == 0 ? "BB" : i % 3 == 1 ? "none" : "Aa"}).toList();
    int[] expected = IntStream.range(0, 300).filter(i -> i % 3 != 1).map(i -> i % 3 == 0 ? 31 : 20)
        .toArray();
    assertArrayEquals(expected, found(asked, 2));
  }
}
