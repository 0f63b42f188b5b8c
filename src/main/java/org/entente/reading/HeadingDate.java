package org.entente.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.Span;

/**
 * The date that stands before an entry of a chronology, parted from it by a dash or colon: "5 February 2019 – ...",
 * "Before the end of 2020 (scheduled) – ...". Parsed together with the entry it would mislead the parser.
 */
final class HeadingDate {

  private static final Pattern FORM =
      Pattern.compile("([^–—:.]{3,40}?\\b(?:1[89]|20)\\d\\d)\\s*(\\([a-z ]+\\))?\\s*(?:[–—:]|\\s-)\\s+(?=\\S)");

  private HeadingDate() {}

  /** Where the date stands, at the very beginning of the block. */
  static Optional<Span> in(String text, Span block) {
    Matcher m = FORM.matcher(text).region(block.start(), block.end());
    return m.lookingAt() ? Optional.of(new Span(m.start(1), m.end(1))) : Optional.empty();
  }

  /** Where the entry itself begins. */
  static int after(String text, Span date) {
    Matcher m = FORM.matcher(text).region(date.start(), text.length());
    return m.lookingAt() ? m.end() : date.end();
  }
}
