package org.entente.article.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An interview's layout: paragraphs that begin with who speaks ("Roe: Did it happen?", "Q. ..."). At least two labels
 * must come back, and label two paragraphs in five, so that a lone "Note: ..." is nobody's speech.
 */
public final class Dialogue {

  private static final Pattern LABEL =
      Pattern.compile("^(?:(?<letter>[QA])\\d{0,2}[.:]"
          + "|(?<who>\\p{Lu}[\\p{L}.'’-]*(?: (?:(?:of|the|for|and|de|von|van) ){0,2}[\\p{Lu}(][\\p{L}.'’)-]*){0,4}):)"
          + "\\s+(?=\\S)");

  private final Set<String> speakers;

  private Dialogue(Set<String> speakers) {
    this.speakers = speakers;
  }

  /** Finds out who speaks in these paragraphs; nobody, where they are no dialogue. */
  public static Dialogue in(Stream<String> paragraphs) {
    Map<String, Integer> counts = new HashMap<>();
    int[] total = {0};
    paragraphs.forEach(
        text -> {
          total[0]++;
          label(text).ifPresent(turn -> counts.merge(turn.speaker(), 1, Integer::sum));
        });
    Set<String> recurring =
        counts.entrySet().stream().filter(e -> e.getValue() >= 2).map(Map.Entry::getKey).collect(Collectors.toSet());
    int labelled = counts.values().stream().mapToInt(Integer::intValue).sum();
    boolean isDialogue = recurring.size() >= 2 && labelled * 5 >= total[0] * 2;
    return new Dialogue(isDialogue ? Set.copyOf(recurring) : Set.of());
  }

  /** One speaker's turn: who, and where the words begin. */
  public record Turn(String speaker, int start) {}

  public Optional<Turn> turn(String paragraph) {
    return label(paragraph).filter(turn -> speakers.contains(turn.speaker()));
  }

  private static Optional<Turn> label(String text) {
    Matcher matcher = LABEL.matcher(text.substring(0, Math.min(80, text.length())));
    if (!matcher.find()) {
      return Optional.empty();
    }
    String who = matcher.group("who") == null ? matcher.group("letter") : matcher.group("who");
    return Optional.of(new Turn(who, matcher.end()));
  }
}
