package org.entente.publish.page;

import java.util.List;
import org.entente.publish.page.part.Calibrated;

/**
 * What the front page says of the dataset besides what the data say.
 *
 * @param version of the data
 * @param modified when the data became so, in UTC
 * @param quality how well the software reads articles
 * @param measuredOn on how many articles that was measured, in a sentence
 * @param sample whether this is only the sample that comes with the program
 * @param calibration what its confidences are worth, the lowest first
 */
public record Site(String version, String modified, boolean sample, List<Measured> quality,
    String measuredOn, List<Calibrated> calibration) {

  public Site {
    quality = List.copyOf(quality);
    calibration = List.copyOf(calibration);
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
