package org.entente.time;

import java.util.Optional;
import java.util.regex.Matcher;

/** Words in front of a time expression that change its days: "since", "by the end of", "early". */
public final class TimeFrame {

  private final SlotPattern pattern;
  private final FrameRule rule;

  TimeFrame(SlotPattern pattern, FrameRule rule) {
    this.pattern = pattern;
    this.rule = rule;
  }

  /** Finds it right in front of an offset. */
  public Optional<Matcher> before(String words, int from, int expression) {
    Matcher matcher = pattern.matcher(words).region(from, expression);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  /**
   * The days of the whole.
   *
   * @param yearGiven whether the expression names its year; without it a limit lies ahead ("postponed until May")
   */
  public Optional<TimeInterval> framed(Matcher found, TimeInterval days, boolean yearGiven, Moment moment) {
    if (rule.relative() && moment.issued().isEmpty()) {
      return Optional.empty();
    }
    Slots slots = pattern.slots(found);
    return rule.framed(slots, rule.relative() && !yearGiven ? limit(days, moment) : days, moment);
  }

  private TimeInterval limit(TimeInterval days, Moment moment) {
    boolean behind = days.latest().isBefore(moment.now());
    return behind && rule != FrameRule.SINCE && rule != FrameRule.THROUGH
        ? new TimeInterval(days.earliest().plusYears(1), days.latest().plusYears(1), days.meaning())
        : days;
  }
}
