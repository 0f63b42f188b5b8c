package org.entente.article.press;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.article.WordList;

/** What the labels of one press database's articles say; read from {@code press-labels.txt}. */
final class PressLabels {

  private static final int LONGEST = 40;

  private final Map<String, Set<String>> meanings = new HashMap<>();

  PressLabels(String database) {
    WordList.read("press-labels.txt").forEach(line -> {
      String[] fields = line.split("\\s*\\|\\s*");
      if (fields[0].equals(database)) {
        meanings.computeIfAbsent(fields[2], label -> new HashSet<>()).add(fields[1]);
      }
    });
  }

  /**
   * A line that begins with a label.
   *
   * @param value what stands behind it on the same line
   */
  record Labelled(Set<String> meanings, String value) {

    boolean says(String meaning) {
      return meanings.contains(meaning);
    }
  }

  /** "LENGTH: 640 words", "Byline: By Ana Kos"; and "Body" where nothing else is on the line. */
  Optional<Labelled> withColon(String line) {
    String bare = line.strip();
    int colon = bare.indexOf(':');
    boolean alone = colon < 0;
    String label = alone ? bare : bare.substring(0, colon);
    if (label.length() > LONGEST) {
      return Optional.empty();
    }
    return labelled(label, alone ? "" : bare.substring(colon + 1).strip());
  }

  /** "HD  Envoys meet", and "LP" where nothing else is on the line. */
  Optional<Labelled> withSpace(String line) {
    String[] parts = line.strip().split("\\s+", 2);
    boolean capitals = parts[0].equals(parts[0].toUpperCase(Locale.ROOT));
    return capitals ? labelled(parts[0], parts.length > 1 ? parts[1] : "") : Optional.empty();
  }

  private Optional<Labelled> labelled(String label, String value) {
    return Optional.ofNullable(meanings.get(label.strip().toLowerCase(Locale.ROOT)))
        .map(found -> new Labelled(found, value));
  }
}
