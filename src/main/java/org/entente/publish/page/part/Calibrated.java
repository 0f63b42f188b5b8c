package org.entente.publish.page.part;

/**
 * What a level of confidence is worth.
 *
 * @param confidence from 0 to 1
 * @param found how many findings had it
 * @param right how many of these were right
 */
public record Calibrated(double confidence, int found, int right) {

  /** The share that was right; 0 where nothing was found. */
  public double share() {
    return found == 0 ? 0 : (double) right / found;
  }
}
