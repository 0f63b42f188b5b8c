package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  private static final Worth STATES = new Worth(1, 0, 0, 1, 0);
  private static final Worth TYPED = new Worth(1, 1, 0, 1, 0);

  @Test
  void givesUpTheBestCellWhereTheSumIsBetter() {
    Worth[][] worth = {{TYPED, STATES}, {TYPED, Worth.NOTHING}};
    assertEquals(List.of(1, 0), Assignment.best(worth));
  }

  @Test
  void assignsNothingToNobody() {
    assertEquals(List.of(), Assignment.best(new Worth[0][0]));
  }

  @Test
  void isAsGoodAsTheBestOfAllPermutations() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      Worth[][] worth = randomTable(random, 1 + random.nextInt(6));
      assertEquals(bestOfAll(worth, new ArrayList<>()), sum(worth, Assignment.best(worth)));
    }
  }

  private static Worth[][] randomTable(Random random, int size) {
    Worth[][] worth = new Worth[size][size];
    for (Worth[] row : worth) {
      Arrays.setAll(row, column -> randomWorth(random));
    }
    return worth;
  }

  private static Worth randomWorth(Random random) {
    int states = random.nextInt(2);
    int kinds = states * random.nextInt(2);
    return new Worth(states, kinds, kinds * random.nextInt(2), random.nextInt(2), random.nextInt(7));
  }

  private static Worth bestOfAll(Worth[][] worth, List<Integer> columns) {
    if (columns.size() == worth.length) {
      return sum(worth, columns);
    }
    Worth best = new Worth(-1, 0, 0, 0, 0);
    for (int column = 0; column < worth.length; column++) {
      if (!columns.contains(column)) {
        List<Integer> longer = new ArrayList<>(columns);
        longer.add(column);
        Worth here = bestOfAll(worth, longer);
        best = here.compareTo(best) > 0 ? here : best;
      }
    }
    return best;
  }

  private static Worth sum(Worth[][] worth, List<Integer> columns) {
    Worth sum = Worth.NOTHING;
    for (int row = 0; row < worth.length; row++) {
      sum = sum.plus(worth[row][columns.get(row)]);
    }
    return sum;
  }
}
