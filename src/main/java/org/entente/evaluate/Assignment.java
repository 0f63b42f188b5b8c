package org.entente.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The one-to-one assignment of columns to rows that is worth most, exactly: the Hungarian method with potentials,
 * see Kuhn, <a href="https://doi.org/10.1002/nav.3800020109">The Hungarian method for the assignment problem</a>.
 * Which cells may be assigned is left to the caller: a cell worth nothing is as good as none.
 */
final class Assignment {

  private static final int NONE = -1;

  private final Worth[][] worth;
  private final int size;
  private final Worth[] rowPotential;
  private final Worth[] columnPotential;
  private final int[] rowOfColumn;

  private Assignment(Worth[][] worth) {
    this.worth = worth;
    this.size = worth.length;
    this.rowPotential = nothing();
    this.columnPotential = nothing();
    this.rowOfColumn = new int[size];
    Arrays.fill(rowOfColumn, NONE);
  }

  /**
   * @param worth a square table: what it is worth to assign a column to a row
   * @return for each row the column assigned to it
   */
  static List<Integer> best(Worth[][] worth) {
    Assignment assignment = new Assignment(worth);
    for (int row = 0; row < worth.length; row++) {
      assignment.assign(row);
    }
    return assignment.columnOfRow();
  }

  /** Finds the cheapest chain of reassignments that gives the row a column, and carries it out. */
  private void assign(int row) {
    Search search = new Search(row);
    int column = search.nextColumn(row, NONE);
    while (rowOfColumn[column] != NONE) {
      column = search.nextColumn(rowOfColumn[column], column);
    }
    search.settle();
    reassign(column, search.previous, row);
  }

  private void reassign(int last, int[] previous, int row) {
    int column = last;
    while (column != NONE) {
      rowOfColumn[column] = previous[column] == NONE ? row : rowOfColumn[previous[column]];
      column = previous[column];
    }
  }

  /** What is lost against the best that the potentials allow; never below nothing. */
  private Worth loss(int row, int column) {
    return rowPotential[row].plus(columnPotential[column]).minus(worth[row][column]);
  }

  private List<Integer> columnOfRow() {
    Integer[] columns = new Integer[size];
    for (int column = 0; column < size; column++) {
      columns[rowOfColumn[column]] = column;
    }
    return new ArrayList<>(Arrays.asList(columns));
  }

  private Worth[] nothing() {
    Worth[] all = new Worth[size];
    Arrays.fill(all, Worth.NOTHING);
    return all;
  }

  /** One shortest-path search from an unassigned row over rows and columns. */
  private final class Search {

    private final int start;
    private final int[] previous = new int[size];
    private final Worth[] distance = new Worth[size];
    private final boolean[] reached = new boolean[size];
    private final boolean[] visited = new boolean[size];
    private Worth walked = Worth.NOTHING;

    Search(int start) {
      this.start = start;
      raiseToBest(start);
      Arrays.fill(previous, NONE);
      Arrays.fill(distance, Worth.NOTHING);
    }

    /** Gives an unassigned row a potential that makes none of its cells a gain. */
    private void raiseToBest(int row) {
      Worth best = worth[row][0].minus(columnPotential[0]);
      for (int column = 1; column < size; column++) {
        Worth here = worth[row][column].minus(columnPotential[column]);
        best = here.compareTo(best) > 0 ? here : best;
      }
      rowPotential[row] = best;
    }

    /** Goes on from a row that was reached through a column, and returns the nearest column not yet visited. */
    int nextColumn(int row, int through) {
      int nearest = NONE;
      for (int column = 0; column < size; column++) {
        if (!visited[column]) {
          relax(row, through, column);
          if (nearest == NONE || distance[column].compareTo(distance[nearest]) < 0) {
            nearest = column;
          }
        }
      }
      visited[nearest] = true;
      walked = distance[nearest];
      return nearest;
    }

    private void relax(int row, int through, int column) {
      Worth here = walked.plus(loss(row, column));
      if (!reached[column] || here.compareTo(distance[column]) < 0) {
        reached[column] = true;
        distance[column] = here;
        previous[column] = through;
      }
    }

    /** Moves the potentials so that the chain found costs nothing and no other cell becomes a gain. */
    void settle() {
      rowPotential[start] = rowPotential[start].minus(walked);
      for (int column = 0; column < size; column++) {
        if (visited[column]) {
          Worth slack = walked.minus(distance[column]);
          columnPotential[column] = columnPotential[column].plus(slack);
          if (rowOfColumn[column] != NONE) {
            rowPotential[rowOfColumn[column]] = rowPotential[rowOfColumn[column]].minus(slack);
          }
        }
      }
    }
  }
}
