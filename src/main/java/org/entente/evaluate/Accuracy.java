package org.entente.evaluate;

/** How many of a number of rows have one thing right. */
public record Accuracy(int right, int of) {

  public double share() {
    return Score.share(right, of);
  }
}
