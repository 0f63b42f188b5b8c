package org.entente.evaluate;

import java.util.Arrays;

/**
 * What an assignment of findings to rows is worth: its parts count in this order, a later one only where the earlier
 * are equal. Values add up and compare like numbers, which is all that {@link Assignment} asks of a weight.
 *
 * @param states pairs with equal state sets
 * @param kinds those with equal kinds too
 * @param groups those with equal status groups too
 * @param pairs pairs at all: a doubtful match is shown as one rather than as a miss and a wrong finding
 * @param closeness other things that the pairs have in common
 */
record Worth(int states, int kinds, int groups, int pairs, int closeness) implements Comparable<Worth> {

  static final Worth NOTHING = new Worth(0, 0, 0, 0, 0);

  static Worth of(Pair pair) {
    int shared = count(pair.sameKind()) + count(pair.sameGroup()) + (6 - pair.differences().size());
    return new Worth(
        count(pair.hits(Level.STATES)), count(pair.hits(Level.TYPED)), count(pair.hits(Level.FULL)), 1, shared);
  }

  Worth plus(Worth other) {
    return new Worth(
        states + other.states, kinds + other.kinds, groups + other.groups, pairs + other.pairs,
        closeness + other.closeness);
  }

  Worth minus(Worth other) {
    return new Worth(
        states - other.states, kinds - other.kinds, groups - other.groups, pairs - other.pairs,
        closeness - other.closeness);
  }

  @Override
  public int compareTo(Worth other) {
    int[] mine = {states, kinds, groups, pairs, closeness};
    int[] theirs = {other.states, other.kinds, other.groups, other.pairs, other.closeness};
    return Arrays.compare(mine, theirs);
  }

  private static int count(boolean holds) {
    return holds ? 1 : 0;
  }
}
