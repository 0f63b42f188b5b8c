package org.entente.event;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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

  /** Whether a date can be that of something that stands there: nothing has happened after it was told. */
  public boolean fits(DateMention date, Status status) {
    return status.group() != Status.Group.DONE
        || settled(date, status).filter(i -> issued.filter(i.earliest()::isAfter).isPresent()).isEmpty();
  }

  /** The days that a date means; a month without a year is the nearest on the event's side of publication. */
  public Optional<TimeInterval> settled(DateMention date, Status status) {
    boolean open = MONTH.matcher(date.text()).find() && !YEAR.matcher(date.text()).find();
    return issued.isPresent() && open ? date.interval().map(i -> settled(i, status, issued.get())) : date.interval();
  }

  private static TimeInterval settled(TimeInterval i, Status status, LocalDate issued) {
    if (status.group() == Status.Group.DONE && i.earliest().isAfter(issued)) {
      return new TimeInterval(i.earliest().minusYears(1), i.latest().minusYears(1), i.meaning());
    }
    boolean ahead = status == Status.PLANNED || status == Status.POSSIBLE;
    return ahead && i.latest().isBefore(issued) && !i.latest().isBefore(issued.minusYears(1))
        ? new TimeInterval(i.earliest().plusYears(1), i.latest().plusYears(1), i.meaning())
        : i;
  }
}
