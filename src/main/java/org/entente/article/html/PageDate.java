package org.entente.article.html;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.article.header.PublicationDate;

/**
 * A date as a page declares it: a day, or a moment with its offset from UTC. The day of publication is the one on the
 * page's own clock: ten in the evening in New York, declared as three in the morning UTC, is the day before.
 *
 * @param day as it is written
 * @param moment where hours and an offset are written, too
 */
record PageDate(LocalDate day, Optional<OffsetDateTime> moment) {

  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d)(?::\\d\\d(?:\\.\\d+)?)?\\s*(Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d\\d)([/-]?)(\\d\\d?|[a-z]{3})\\2(\\d\\d?)(?=[/-])", Pattern.CASE_INSENSITIVE);
  private static final int NOON = 12;
  /** East of Greenwich clocks are up to fourteen hours ahead. */
  private static final int EAST = 10;

  static Optional<PageDate> of(String value) {
    return PublicationDate.dayIn(value).map(day -> new PageDate(day, moment(value)));
  }

  private static Optional<OffsetDateTime> moment(String value) {
    Matcher matcher = MOMENT.matcher(value);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String offset = matcher.group(3).replaceFirst("UTC|GMT", "Z").replaceFirst("(\\d\\d)(\\d\\d)$", "$1:$2");
    try {
      return Optional.of(OffsetDateTime.parse(matcher.group(1) + "T" + matcher.group(2) + ":00" + offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day that is part of an address: {@code /2019/11/18/title}. */
  static Optional<LocalDate> inAddress(String path) {
    Matcher matcher = IN_ADDRESS.matcher(path);
    return matcher.find() ? PublicationDate.dayIn(
        matcher.group(3).matches("\\d+") ? matcher.group(1) + "-" + matcher.group(3) + "-" + matcher.group(4)
            : matcher.group(4) + " " + matcher.group(3) + " " + matcher.group(1))
        : Optional.empty();
  }

  /** Whether its clock is unknown: UTC is what servers count in, not where papers are made. */
  private boolean isUniversal() {
    return moment.filter(m -> m.getOffset().equals(ZoneOffset.UTC)).isPresent();
  }

  /**
   * The day on the page's clock.
   *
   * @param others further moments that the page declares, whose offset may be that of its clock
   * @param shown days that the page shows to readers, or has in its address
   * @param inAddress the day in the page's address, which is always by its own clock; today's day may be shown, too
   */
  LocalDate onThePagesClock(List<PageDate> others, Set<LocalDate> shown, Optional<LocalDate> inAddress) {
    if (!isUniversal()) {
      return day;
    }
    OffsetDateTime universal = moment.orElseThrow();
    if (inAddress.filter(address -> mayBe(address, universal)).isPresent()) {
      return inAddress.get();
    }
    if (shown.contains(day)) {
      return day;
    }
    Optional<LocalDate> local =
        others.stream().flatMap(other -> other.moment().stream()).map(OffsetDateTime::getOffset)
            .filter(offset -> !offset.equals(ZoneOffset.UTC)).findFirst()
            .map(offset -> universal.withOffsetSameInstant(offset).toLocalDate());
    return local.or(() -> Stream.of(day.minusDays(1), day.plusDays(1))
        .filter(other -> shown.contains(other) && mayBe(other, universal)).findFirst()).orElse(day);
  }

  /** Whether a clock somewhere shows that day at that moment. */
  private boolean mayBe(LocalDate other, OffsetDateTime universal) {
    return other.equals(day) || other.equals(day.minusDays(1)) && universal.getHour() < NOON
        || other.equals(day.plusDays(1)) && universal.getHour() >= EAST;
  }
}
