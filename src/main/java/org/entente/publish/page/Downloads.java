package org.entente.publish.page;

import java.util.List;

/**
 * The files of a dump.
 *
 * @param offered whether data of this sort is dumped at all
 * @param version the version of the data that they hold; empty while the first dump is being made
 * @param made when, in UTC
 * @param files in the order in which they are listed
 */
public record Downloads(boolean offered, String version, String made, List<File> files) {

  public Downloads {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param holds what it is, in words
   * @param bytes its size
   * @param sha256 its checksum in hexadecimal digits
   * @param ofArticle whether it holds one article, not everything
   */
  public record File(String name, String holds, long bytes, String sha256, boolean ofArticle) {}
}
