package org.entente.publish.page;

import java.util.List;

/**
 * What the front page says of the dataset besides what the data say.
 *
 * @param version of the data
 * @param modified when the data became so, in UTC
 * @param quality how well the software reads articles
 * @param calibration what its confidences are worth, the lowest first
 */
public record Site(String version, String modified, List<Measured> quality, List<Calibrated> calibration) {

  public Site {
    quality = List.copyOf(quality);
    calibration = List.copyOf(calibration);
  }

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

  /**
   * A figure of quality.
   *
   * @param metric its name in English
   * @param definition how it is measured
   * @param value from 0 to 1
   */
  public record Measured(String metric, String definition, String value) {}
}
