package org.entente.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.mention.Mention.DateMention;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Status;

/**
 * On which side of publication a date lies, once it is known where its event stands: "in May" of something signed lies
 * behind, of something planned ahead, whatever the tense of the verb beside it.
 *
 * @param issued when the article was published
 */
public record DateSide(Optional<LocalDate> issued) {

  private static final Pattern YEAR = Pattern.compile("\\b(?:1[89]|20)\\d\\d\\b");
  private static final Pattern MONTH =
      Pattern.compile(
          Arrays.stream(Month.values()).map(m -> m.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
              .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

  private static final Set<String> WEEKDAYS =
      Arrays.stream(DayOfWeek.values()).map(d -> d.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
          .collect(Collectors.toSet());

  /**
   * Whether a date can be that of something that stands there: nothing has happened after it was told, nor in years to come
   * ("signed a plan for 2024 to 2027").
   */
  public boolean fits(DateMention date, Status status) {
    return status.group() != Status.Group.DONE || issued.isEmpty()
        || settled(date, status)
            .filter(i -> i.earliest().isAfter(issued.get()) || i.latest().getYear() > issued.get().getYear()).isEmpty();
  }

  /** "on Tuesday": of which week is open. */
  public static boolean isOnlyWeekday(DateMention date) {
    return WEEKDAYS.contains(date.text());
  }

  /**
   * The days that a date means; a month without a year, and a day of the week, is the nearest on the event's side of
   * publication, but for the day of what was told of a plan: "in May they announced".
   */
  public Optional<TimeInterval> settled(DateMention date, Status status) {
    if (issued.isEmpty()) {
      return date.interval();
    }
    if (isOnlyWeekday(date)) {
      boolean under = status == Status.NEGOTIATING || status == Status.ONGOING;
      return date.interval()
          .map(i -> isYetToCome(i, under ? Status.COMPLETED : status) ? moved(i, Period.ofWeeks(-1)) : i);
    }
    boolean open = MONTH.matcher(date.text()).find() && !YEAR.matcher(date.text()).find();
    return open ? date.interval().map(i -> settled(i, status, date.told(), issued.get())) : date.interval();
  }

  private boolean isYetToCome(TimeInterval i, Status status) {
    return status.group() == Status.Group.DONE && issued.filter(i.earliest()::isAfter).isPresent();
  }

  private TimeInterval settled(TimeInterval i, Status status, boolean told, LocalDate day) {
    if (isYetToCome(i, status)) {
      return moved(i, Period.ofYears(-1));
    }
    boolean ahead = !told && (status == Status.PLANNED || status == Status.POSSIBLE);
    return ahead && i.latest().isBefore(day) && !i.latest().isBefore(day.minusYears(1)) ? moved(i, Period.ofYears(1))
        : i;
  }

  private static TimeInterval moved(TimeInterval i, Period by) {
    return new TimeInterval(i.earliest().plus(by), i.latest().plus(by), i.meaning());
  }
}
