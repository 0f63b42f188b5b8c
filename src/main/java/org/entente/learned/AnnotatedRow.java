package org.entente.learned;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.Word;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;

/**
 * An undertaking that an annotator recorded, as far as one can learn from it.
 *
 * @param states ISO alpha-3 codes of all states that take part
 * @param others names of participants that are no states
 * @param when empty where the text gives no date
 * @param roles who takes part as what, {@code role=who} by code or name; empty where it is not annotated
 * @param anchor a few words that occur once in the article
 * @param trigger the words of the same sentence that announce it; empty where they are not annotated
 */
public record AnnotatedRow(
    Kind kind, Status status, String field, Set<String> states, List<String> others, Optional<TimeInterval> when,
    List<String> roles, String anchor, String trigger) {

  /** As in evaluation. */
  private static final int MOST_DAYS_LONGER = 31;

  public AnnotatedRow {
    states = Set.copyOf(states);
    others = List.copyOf(others);
    roles = List.copyOf(roles);
  }

  /** Whether somebody takes part. */
  boolean has(Candidate candidate) {
    Actor actor = candidate.actor();
    return candidate.isBody()
        ? others.stream().anyMatch(o -> alike(o, actor.name()))
        : actor.state().filter(states::contains).isPresent();
  }

  /** Whether a hypothesis has its kind and states. */
  boolean isMeantBy(Hypothesis hypothesis) {
    return kind == hypothesis.kind() && states.equals(hypothesis.states());
  }

  /** Whether something that is told has its kind and states. */
  boolean isMeantBy(Telling telling) {
    return kind == telling.kind() && states.equals(telling.states());
  }

  /** What somebody does in it, where it says so and of one thing only. */
  Optional<Role> roleOf(Candidate candidate) {
    List<Role> his =
        roles.stream().map(r -> r.split("=", 2)).filter(r -> isMeant(candidate, r[1].strip()))
            .flatMap(r -> Role.of(r[0].strip()).stream()).distinct().toList();
    return his.size() == 1 ? Optional.of(his.getFirst()) : Optional.empty();
  }

  private static boolean isMeant(Candidate candidate, String who) {
    Actor actor = candidate.actor();
    return candidate.isBody() ? alike(who, actor.name()) : actor.state().filter(who::equals).isPresent();
  }

  /** Whether it has this date, none among them; one may be a little longer. */
  boolean isOf(Optional<Dating> dating) {
    return when.isEmpty() || dating.isEmpty() ? when.isEmpty() && dating.isEmpty()
        : when.get().overlaps(dating.get().days())
            && dating.get().days().days() - when.get().days() <= MOST_DAYS_LONGER;
  }

  private static boolean alike(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT).replaceFirst("^the ", "");
    String b = other.toLowerCase(Locale.ROOT).replaceFirst("^the ", "");
    return a.contains(b) || b.contains(a);
  }

  /**
   * The words of a sentence that announce these undertakings; of two with the same word the first counts.
   *
   * @param text the article's text
   */
  static Map<Integer, AnnotatedRow> in(AnnotatedSentence sentence, String text, List<AnnotatedRow> rows) {
    String words = sentence.span().in(text);
    Map<Integer, AnnotatedRow> found = new HashMap<>();
    for (AnnotatedRow row : anchoredIn(sentence, text, rows)) {
      row.word(sentence, words, found.keySet()).ifPresent(w -> found.putIfAbsent(w.index(), row));
    }
    return found;
  }

  /** Those whose anchors stand in a sentence. */
  static List<AnnotatedRow> anchoredIn(AnnotatedSentence sentence, String text, List<AnnotatedRow> rows) {
    String folded = fold(sentence.span().in(text));
    return rows.stream().filter(row -> folded.contains(fold(row.anchor))).toList();
  }

  private static String fold(String text) {
    return String.join(" ", text.strip().split("\\s+"));
  }

  private Optional<Word> word(AnnotatedSentence sentence, String words, Set<Integer> taken) {
    return highest(sentence, words, trigger, taken).or(() -> highest(sentence, words, anchor, taken));
  }

  /** Of the words in a stretch the one nearest to the root, first among those that announce nothing else. */
  private static Optional<Word> highest(AnnotatedSentence sentence, String words, String stretch, Set<Integer> taken) {
    int at = stretch.isEmpty() ? -1 : words.indexOf(stretch);
    if (at < 0) {
      return Optional.empty();
    }
    int start = sentence.span().start() + at;
    int end = start + stretch.length();
    return Predicates.of(sentence).stream()
        .filter(w -> w.span().start() < end && w.span().end() > start)
        .min(
            Comparator.comparing((Word w) -> taken.contains(w.index()))
                .thenComparing(w -> sentence.graph().path(w).size()).thenComparing(Word::index));
  }
}
