package org.entente.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads the data files beside this class: one entry a line, {@code #} starts a comment line. */
public final class WordList {

  private WordList() {}

  public static List<String> read(String name) {
    try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One pattern out of a file of expressions, any of which may match. */
  public static Pattern anyOf(String before, String name, String after) {
    return Pattern.compile(
        before + "(?:" + String.join("|", read(name)) + ")" + after, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
