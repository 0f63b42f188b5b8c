package org.entente.time;

import java.time.LocalDate;
import java.util.Optional;

/** What words in front of an expression make of its days. The grammar names these rules in lower case, with hyphens. */
enum FrameRule {
  /** From its beginning to the article's day. */
  SINCE(true) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      LocalDate now = moment.now();
      return days.earliest().isAfter(now)
          ? Optional.empty()
          : Optional.of(TimeInterval.lasting(days.earliest(), now));
    }
  },
  /** Some day from the article's on to its end. */
  BY(true) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      return upTo(moment.now(), days.latest());
    }
  },
  /** From the article's day to its end. */
  UNTIL(true) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      return upTo(moment.now(), days.latest()).map(TimeInterval::whole);
    }
  },
  /** The same where it lies ahead; "ran through March" tells of all of March. */
  THROUGH(true) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      return moment.ahead() ? UNTIL.framed(slots, days, moment) : Optional.of(days);
    }
  },
  /** Some day from the article's on that lies before its beginning. */
  BEFORE(true) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      return upTo(moment.now(), days.earliest().minusDays(1));
    }
  },
  ABOUT(false) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      return Optional.of(days.about());
    }
  },
  /** A part of it: "early", "the end of". */
  NARROW(false) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      return Optional.of(slots.edge().of(days));
    }
  },
  /** The calendar week of that day. */
  WEEK_OF(false) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      return days.days() == 1 ? Optional.of(CalendarUnit.WEEK.around(days.earliest())) : Optional.empty();
    }
  },
  /** The weekday of that very day. */
  WEEKDAY(false) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      return days.days() == 1 ? Optional.of(days) : Optional.empty();
    }
  },
  /** The same day in another calendar. */
  GLOSS(false) {
    @Override
    Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment) {
      return WEEKDAY.framed(slots, days, moment);
    }
  };

  private final boolean relative;

  FrameRule(boolean relative) {
    this.relative = relative;
  }

  /** Whether it reckons from the article's day. */
  boolean relative() {
    return relative;
  }

  /** The days of the whole; empty where the words in front do not belong to it. */
  abstract Optional<TimeInterval> framed(Slots slots, TimeInterval days, Moment moment);

  private static Optional<TimeInterval> upTo(LocalDate first, LocalDate last) {
    return last.isBefore(first) ? Optional.empty() : Optional.of(TimeInterval.within(first, last));
  }
}
