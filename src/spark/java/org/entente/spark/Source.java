package org.entente.spark;

import java.io.Serializable;

/** A file of the corpus, or a part of a large one that can be read from its middle. */
sealed interface Source extends Serializable {

  /** Its place in the corpus, from 0; the parts of a file share one. */
  long number();

  /** Where it lies, as Hadoop writes it. */
  String address();

  /** How much there is to read, in bytes. */
  long bytes();

  /** A file that is read from its start to its end. */
  record Whole(long number, String address, long bytes) implements Source {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The lines of a file of JSON lines that begin in a range of its bytes.
   *
   * @param start of the range
   * @param end of the range, which is no part of it
   * @param linesBefore how many lines begin before the range, so that records keep their numbers
   */
  record Part(long number, String address, long start, long end, long linesBefore) implements Source {
    private static final long serialVersionUID = 1L;

    @Override
    public long bytes() {
      return end - start;
    }

    Part after(long lines) {
      return new Part(number, address, start, end, lines);
    }
  }

  /**
   * A file that is no article by its name: counted, never opened.
   *
   * @param reason what it is, in a few words
   */
  record Other(long number, String address, String reason) implements Source {
    private static final long serialVersionUID = 1L;

    @Override
    public long bytes() {
      return 0;
    }
  }
}
