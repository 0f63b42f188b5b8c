package org.entente.article.header;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words before a report's first sentence that say where, when and for whom it was written: "LIMA, May 3, 2019
 * (Andes News) — The ...", "ROME (Reuters) - The ...", "DOHA: The ...", "(AFP) – The ...". A bare "WORD —" counts only
 * when the word is a city that news is dated from: "NATO — the alliance ..." opens a sentence. Not all in capitals, such
 * a city must stand before a dash and a new sentence, or before a comma and a determiner: "Lima — Peru's ...", "Vienna,
 * The ...".
 *
 * @param end where the first sentence begins
 */
public record Dateline(Optional<LocalDate> day, Optional<String> agency, int end) {

  private static final int LONGEST = 140;

  private static final String PLACE =
      "(?<place>\\p{Lu}[\\p{L}.'’ -]{1,40}?(?:[,/] ?\\p{Lu}[\\p{L}.'’ -]{1,30}?){0,2}?)";
  private static final String AGENCY = "(?:\\((?<agency>[^()]{2,60})\\)|/(?<slashed>[\\p{L} ]{2,30})/)";
  private static final String DASH = "(?:\\s*[—–]\\s*|\\s+--?\\s+|\\s*--\\s+)";

  private static final Pattern DATED =
      Pattern.compile(
          "^" + PLACE + ",? (?<date>[\\p{L}\\d.,/ -]{4,40}?)\\.? ?" + AGENCY + "?[.:]?(?:" + DASH + "|(?<=[/.:]) )");
  private static final Pattern WITH_AGENCY = Pattern.compile("^(?:" + PLACE + ",? )?" + AGENCY + "[.:]?" + DASH);
  private static final Pattern BARE = Pattern.compile("^" + PLACE + "(?:" + DASH + "|: )");
  private static final Pattern SMALL =
      Pattern.compile("^" + PLACE + "(?:" + DASH + "|, (?=(?:The|His|Her) ))(?=\\p{Lu})");
  private static final Pattern DAY_OF_YEAR =
      Pattern.compile("\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2}\\b"
          + "|\\b\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", Pattern.CASE_INSENSITIVE);

  /** "Bulgaria and Greece signed an agreement on 7 March." is a sentence: names and dates have no such words. */
  private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d'’.-])\\p{Ll}{4,}");

  public static Optional<Dateline> of(String paragraph, DatelineCities cities) {
    String start = paragraph.substring(0, Math.min(LONGEST, paragraph.length()));
    return dated(start).or(() -> withAgency(start, cities)).or(() -> bare(start, cities))
        .or(() -> small(start, cities))
        .filter(line -> line.end < paragraph.length());
  }

  private static Optional<Dateline> dated(String start) {
    Matcher matcher = DATED.matcher(start);
    if (!matcher.find() || !saysWhen(matcher.group("date")) || !isPlace(matcher.group("place"))
        || WORD.matcher(matcher.group("place") + " " + matcher.group("date")).find()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = PublicationDate.dayIn(matcher.group("date"));
    return Optional.of(new Dateline(day, agency(matcher), matcher.end()));
  }

  private static boolean saysWhen(String date) {
    return PublicationDate.dayIn(date).isPresent() || DAY_OF_YEAR.matcher(date).find();
  }

  /** "On" and "In" open a sentence ("In Rome, May 3, 2019 - ..."), and so do long runs of lower-case words. */
  private static boolean isPlace(String place) {
    return place.chars().filter(c -> c == ' ').count() <= 4
        && !place.matches("(?:On|In|At|By|The|A|An|Since|After|Before|Until|From) .*");
  }

  private static Optional<Dateline> withAgency(String start, DatelineCities cities) {
    Matcher matcher = WITH_AGENCY.matcher(start);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String place = matcher.group("place");
    boolean isDateline = place == null || isCapitals(place.split(",")[0]) || cities.has(place.split(",")[0]);
    return isDateline ? Optional.of(new Dateline(Optional.empty(), agency(matcher), matcher.end())) : Optional.empty();
  }

  private static Optional<Dateline> bare(String start, DatelineCities cities) {
    Matcher matcher = BARE.matcher(start);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String place = matcher.group("place").split("[,/]")[0];
    boolean isDateline = isCapitals(place) && cities.has(place);
    return isDateline ? Optional.of(new Dateline(Optional.empty(), Optional.empty(), matcher.end())) : Optional.empty();
  }

  /** "Moscow — Beijing trade grows" begins with no dateline. */
  private static Optional<Dateline> small(String start, DatelineCities cities) {
    Matcher matcher = SMALL.matcher(start);
    if (!matcher.find() || !cities.has(matcher.group("place").split("[,/]")[0])) {
      return Optional.empty();
    }
    boolean between = cities.beginsWithOne(start.substring(matcher.end()));
    return between ? Optional.empty()
        : Optional.of(new Dateline(Optional.empty(), Optional.empty(), matcher.end()));
  }

  private static boolean isCapitals(String words) {
    return words.equals(words.toUpperCase(Locale.ROOT));
  }

  private static Optional<String> agency(Matcher matcher) {
    return Optional.ofNullable(matcher.group("agency")).or(() -> Optional.ofNullable(matcher.group("slashed")))
        .map(String::strip);
  }
}
