package org.entente.publish.page;

import java.util.List;

/**
 * What the front page says of the dataset besides what the data say.
 *
 * @param version of the data
 * @param modified when the data became so, in UTC
 * @param questions those that are ready to ask
 * @param quality how well the articles were read
 */
public record Site(String version, String modified, List<Gallery.Question> questions, List<Measured> quality) {

  public Site {
    questions = List.copyOf(questions);
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
