package org.entente.merge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How sure a finding is: the share of findings resting on the same ground that are right on annotated articles, as
 * {@code entente evaluate --calibrate} measures it. The figures lie in {@code confidence.tsv}, with how they were counted.
 */
final class Confidence {

  /** Steps of what the learned reader takes for likely. */
  private static final int STEPS = 10;

  private static final Map<String, BigDecimal> SHARES = read();

  private Confidence() {}

  static BigDecimal of(Finding finding) {
    return Objects.requireNonNull(SHARES.get(ground(finding)));
  }

  /** On what a finding rests; the surest first. */
  private static String ground(Finding finding) {
    if (finding.told().proposed()) {
      return "listed";
    }
    if (finding.told().likelihood().isPresent()) {
      return "learned " + Math.min(STEPS - 1, (int) (STEPS * finding.told().likelihood().getAsDouble()));
    }
    return switch (finding.participants().ground()) {
      case FRAME -> finding.told().verbal() || finding.told().carried() ? "framed" : "bare";
      case SENTENCE -> "spread";
      case DISCOURSE -> "inferred";
    };
  }

  private static Map<String, BigDecimal> read() {
    InputStream in = Objects.requireNonNull(Confidence.class.getResourceAsStream("confidence.tsv"));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(l -> !l.startsWith("#") && !l.isBlank())
          .map(l -> l.split("\t"))
          .collect(Collectors.toUnmodifiableMap(c -> c[0], c -> new BigDecimal(c[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
