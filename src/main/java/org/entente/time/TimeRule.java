package org.entente.time;

import java.util.Optional;
import java.util.function.BiFunction;

/** What days an expression means. The grammar names these rules in lower case, with hyphens. */
enum TimeRule {
  ISO_DAY(Anchor.NOTHING, Days::iso),
  NUMERIC_DAY(Anchor.NOTHING, Days::numeric),
  DAY(Anchor.YEAR, Days::day),
  DAYS(Anchor.YEAR, Days::days),
  DAY_OF_MONTH(Anchor.ARTICLE, Days::ofMonth),
  DAY_ALONE(Anchor.ARTICLE, Days::alone),
  DAY_WORD(Anchor.ARTICLE, Days::dayWord),
  WEEKDAY(Anchor.ARTICLE, Days::weekday),
  WEEKDAY_OF_WEEK(Anchor.ARTICLE, Days::weekdayOfWeek),
  WEEKDAY_OF_MONTH(Anchor.YEAR, Days::weekdayOfMonth),
  WEEK_OF_MONTH(Anchor.YEAR, Days::weekOfMonth),
  WEEK_OF_YEAR(Anchor.NOTHING, Days::weekOfYear),
  ISO_WEEK(Anchor.YEAR, Days::isoWeek),
  WEEKEND(Anchor.ARTICLE, Spans::weekend),
  FEAST(Anchor.ARTICLE, Days::feast),
  HIJRI_DAY(Anchor.NOTHING, Days::hijri),
  HIJRI_MONTH(Anchor.NOTHING, Days::hijriMonth),
  ISO_MONTH(Anchor.NOTHING, Spans::isoMonth),
  MONTH(Anchor.YEAR, Spans::month),
  MONTH_ALONE(Anchor.ARTICLE, Spans::monthAlone),
  MONTH_BESIDE(Anchor.ARTICLE, Spans::monthBeside),
  MONTHS(Anchor.YEAR, Spans::months),
  PART(Anchor.YEAR, Spans::part),
  PART_ALONE(Anchor.ARTICLE, Spans::partAlone),
  QUARTER(Anchor.YEAR, Spans::quarter),
  HALF(Anchor.NOTHING, Spans::half),
  SEASON(Anchor.NOTHING, Spans::season),
  SEASON_BESIDE(Anchor.ARTICLE, Spans::seasonBeside),
  SEASON_ALONE(Anchor.ARTICLE, Spans::seasonAlone),
  YEAR(Anchor.NOTHING, Spans::year),
  YEARS(Anchor.NOTHING, Spans::years),
  DECADE(Anchor.NOTHING, Spans::decade),
  CENTURY(Anchor.NOTHING, Spans::century),
  FISCAL(Anchor.NOTHING, Spans::fiscal),
  ACADEMIC(Anchor.NOTHING, Spans::academic),
  PERIOD(Anchor.ARTICLE, Spans::period),
  AROUND(Anchor.ARTICLE, Spans::around),
  SO_FAR(Anchor.ARTICLE, Spans::soFar),
  REST(Anchor.ARTICLE, Spans::rest),
  EDGE_OF_PERIOD(Anchor.ARTICLE, Spans::edgeOfPeriod),
  AGO(Anchor.ARTICLE, Spans::ago),
  AHEAD(Anchor.ARTICLE, Spans::ahead),
  AHEAD_IF_FUTURE(Anchor.ARTICLE, Spans::aheadIfFuture),
  PAST(Anchor.ARTICLE, Spans::past),
  COMING(Anchor.ARTICLE, Spans::coming),
  COMING_IF_FUTURE(Anchor.ARTICLE, Spans::comingIfFuture),
  SHIFTED(Anchor.NOTHING, Spans::shifted),
  SAME(Anchor.NOTHING, Spans::same),
  SAME_DAY(Anchor.NOTHING, Spans::sameDay),
  DAY_AFTER(Anchor.NOTHING, Spans::dayAfter),
  DAY_BEFORE(Anchor.NOTHING, Spans::dayBefore),
  FOLLOWING(Anchor.NOTHING, Spans::following);

  /** What a rule reckons from. */
  enum Anchor {
    NOTHING,
    /** The year in figures, else the article's day. */
    YEAR,
    ARTICLE
  }

  private final Anchor anchor;
  private final BiFunction<Slots, Moment, Optional<TimeInterval>> arithmetic;

  TimeRule(Anchor anchor, BiFunction<Slots, Moment, Optional<TimeInterval>> arithmetic) {
    this.anchor = anchor;
    this.arithmetic = arithmetic;
  }

  Anchor anchor() {
    return anchor;
  }

  /** The days; empty where such a day does not exist ("31 April"). */
  Optional<TimeInterval> interval(Slots slots, Moment moment) {
    return arithmetic.apply(slots, moment);
  }
}
