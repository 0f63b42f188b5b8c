package org.entente.publish.dump;

import java.util.List;

/**
 * A dump as it was written.
 *
 * @param version the version of the data that it holds
 * @param quads statements in named graphs
 * @param triples different statements
 * @param files in the order of {@code SHA256SUMS}
 */
public record Dump(String version, long quads, long triples, List<DumpFile> files) {

  /** The folder of the files that hold one article each. */
  static final String ARTICLES = "articles";

  public Dump {
    files = List.copyOf(files);
  }

  /**
   * One file of a dump.
   *
   * @param name relative to the folder of the dump: {@code entente.ttl.gz}, {@code articles/….ttl.gz}
   * @param bytes its length
   * @param sha256 hexadecimal
   */
  public record DumpFile(String name, long bytes, String sha256) {

    /** Whether it holds one article, not everything. */
    public boolean ofArticle() {
      return name.startsWith(ARTICLES + "/");
    }
  }
}
