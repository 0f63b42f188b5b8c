package org.entente.load;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a text is known again when another paper prints it: the runs of five words in it, and of these the least hash
 * under each of 32 functions (MinHash, Broder 1997), so that texts that share runs share numbers.
 *
 * @param least the 32 numbers
 */
record TextSignature(int[] least) {

  static final int SIZE = 32;
  private static final int RUN = 5;
  /** A text of a few lines may stand in another one without being its copy. */
  private static final int FEWEST_RUNS = 40;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Empty for a text that is too short to be known by its words. */
  static Optional<TextSignature> of(String text) {
    Set<Long> runs = runs(text);
    if (runs.size() < FEWEST_RUNS) {
      return Optional.empty();
    }
    int[] least = new int[SIZE];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (long run : runs) {
      for (int i = 0; i < SIZE; i++) {
        least[i] = Math.min(least[i], (int) (mixed(run + i * 0x9E3779B97F4A7C15L) >>> 33));
      }
    }
    return Optional.of(new TextSignature(least));
  }

  /** Hashes of the runs of five words, whatever the case and the marks between them. */
  static Set<Long> runs(String text) {
    Set<Long> runs = new HashSet<>();
    long[] last = new long[RUN];
    int count = 0;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      last[count++ % RUN] = words.group().toLowerCase(Locale.ROOT).hashCode();
      if (count >= RUN) {
        long run = 0;
        for (int i = 0; i < RUN; i++) {
          run = mixed(run * 31 + last[(count + i) % RUN]);
        }
        runs.add(run);
      }
    }
    return runs;
  }

  /** The last step of MurmurHash3. */
  private static long mixed(long value) {
    long h = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
    h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
    return h ^ h >>> 33;
  }

  /** Two of the numbers, by which texts that may be alike are looked up. */
  long band(int number) {
    return (long) least[2 * number] << 32 | least[2 * number + 1];
  }

  /** How many numbers the two have in common, which tells about what share of their runs they have in common. */
  int shared(TextSignature other) {
    int shared = 0;
    for (int i = 0; i < SIZE; i++) {
      shared += least[i] == other.least[i] ? 1 : 0;
    }
    return shared;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextSignature signature && Arrays.equals(least, signature.least);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(least);
  }

  @Override
  public String toString() {
    return Arrays.toString(least);
  }
}
