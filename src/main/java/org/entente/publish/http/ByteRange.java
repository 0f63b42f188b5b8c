package org.entente.publish.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes as a client asks for it: {@code bytes=0-99}, {@code bytes=100-}, {@code bytes=-100}. Several
 * ranges at once are answered with the whole file, as RFC 9110 allows.
 */
record ByteRange(Optional<Long> first, Optional<Long> last) {

  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  static Optional<ByteRange> read(String header) {
    Matcher matcher = ONE_RANGE.matcher(header.trim());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<Long> first = number(matcher.group(1));
    Optional<Long> last = number(matcher.group(2));
    boolean readable = (first.isPresent() || last.isPresent())
        && (first.isEmpty() || last.isEmpty() || first.get() <= last.get());
    return readable ? Optional.of(new ByteRange(first, last)) : Optional.empty();
  }

  private static Optional<Long> number(String digits) {
    return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits));
  }

  boolean within(long size) {
    return first.map(from -> from < size).orElseGet(() -> last.orElse(0L) > 0 && size > 0);
  }

  long from(long size) {
    return first.orElseGet(() -> Math.max(0, size - last.orElse(0L)));
  }

  long to(long size) {
    return first.isPresent() ? Math.min(last.orElse(size - 1), size - 1) : size - 1;
  }
}
