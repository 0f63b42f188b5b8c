package org.entente.curation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is decided. */
public enum Verdict {
  /** The subject, an undertaking or proposal, is not what the article says: it leaves the data. */
  RETRACT("retract"),
  /** One property of the subject, an undertaking, has another value. */
  MEND("mend"),
  /** The subject is the value: two accounts of one undertaking, or an entity of ours and one described elsewhere. */
  SAME("same"),
  /** The subject is not the value. */
  NOT_SAME("not-same");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** As it stands in files. */
  public String word() {
    return word;
  }

  static Optional<Verdict> of(String word) {
    return Arrays.stream(values()).filter(verdict -> verdict.word.equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(Verdict::word).collect(Collectors.joining(", "));
  }
}
