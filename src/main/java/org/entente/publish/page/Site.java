package org.entente.publish.page;

import java.util.List;

/**
 * What the front page says of the dataset besides what the data say.
 *
 * @param version of the data
 * @param modified when the data became so, in UTC
 * @param quality how well the articles were read
 */
public record Site(String version, String modified, List<Measured> quality) {

  public Site {
    quality = List.copyOf(quality);
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
