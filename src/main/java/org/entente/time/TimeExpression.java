package org.entente.time;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** One form of time expression: where it stands, and what days it means. */
public final class TimeExpression {

  private final SlotPattern pattern;
  private final Set<Slot> needed;
  private final TimeRule rule;

  /** @param needed slots without which the pattern matches nothing */
  TimeExpression(SlotPattern pattern, Set<Slot> needed, TimeRule rule) {
    this.pattern = pattern;
    this.needed = Set.copyOf(needed);
    this.rule = rule;
  }

  Set<Slot> needed() {
    return needed;
  }

  /** Finds it in the words of a sentence. */
  public Matcher in(String words) {
    return pattern.matcher(words);
  }

  /** Whether what was found means nothing without the article's day. */
  public boolean isRelative(Matcher found) {
    return switch (rule.anchor()) {
      case NOTHING -> false;
      case YEAR -> !pattern.slots(found).fills(Slot.YEAR);
      case ARTICLE -> true;
    };
  }

  /** The days of what was found; empty where there are no such days or the moment does not fit. */
  public Optional<TimeInterval> interval(Matcher found, Moment moment) {
    return rule.interval(pattern.slots(found), moment);
  }
}
