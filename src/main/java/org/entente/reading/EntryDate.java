package org.entente.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.mention.DateFinder;
import org.entente.mention.Mention.DateMention;
import org.entente.text.Span;
import org.entente.text.TextAnnotator;
import org.entente.time.TimeInterval;

/**
 * The date at the head of an entry of a chronology, parted from it by a dash, colon or full stop: "5 February 2019 –
 * ...", "Before the end of 2020 (scheduled) – ...", "14 July. ..." under a heading with the year, "9 - ..." under one
 * with the month, "1996: ...", "1996 Peru ..." as an item. Parsed together with the entry it would mislead the parser.
 *
 * @param entry where the entry itself stands
 */
record EntryDate(DateMention date, Span entry) {

  private static final String PARTED = "\\s*(?:\\([a-z ]+\\))?\\s*(?:[–—:]|\\s-)\\s+(?=\\S)";
  private static final Pattern WITH_YEAR =
      Pattern.compile("((?:[^–—:.]|(?<=\\p{L}{3,4})\\.){3,40}?\\b(?:1[89]|20)\\d\\d)" + PARTED);
  private static final Pattern YEAR = Pattern.compile("((?:1[89]|20)\\d\\d)" + PARTED);
  /** In a list of such lines only. */
  private static final Pattern YEAR_ALONE = Pattern.compile("((?:1[89]|20)\\d\\d)\\s+(?=\\p{Lu})");
  private static final String DAYS = "\\d{1,2}(?:\\s?[–-]\\s?\\d{1,2})?";
  private static final String NAME = "\\p{L}{3,9}";
  /** Only under a heading, or with a day: "Analysis: ..." is no date, nor is "May. ...". */
  private static final Pattern SHORT =
      Pattern.compile(
          "(" + DAYS + "\\s" + NAME + "|" + NAME + "\\.?\\s" + DAYS + "|" + NAME + "(?:[–-]" + NAME + ")?|" + DAYS
              + ")\\.?"
              + "(?:" + PARTED + "|(?<=\\.)\\s+(?=\\S))");
  private static final Pattern DAY = Pattern.compile("\\d{1,2}");
  private static final Pattern HAS_DAY = Pattern.compile(".*\\d.*");

  /** @param item whether the block is an item of a list */
  static Optional<EntryDate> in(
      String text, Span block, boolean item, SectionCalendar calendar, DateFinder.Reading reading,
      TextAnnotator annotator) {
    Optional<EntryDate> year =
        year(YEAR, text, block).or(() -> item ? year(YEAR_ALONE, text, block) : Optional.empty());
    if (year.isPresent()) {
      return year;
    }
    Matcher full = WITH_YEAR.matcher(text).region(block.start(), block.end());
    if (full.lookingAt()) {
      return mentions(new Span(full.start(1), full.end(1)), text, reading, annotator).stream().findFirst()
          .map(d -> new EntryDate(d, new Span(full.end(), block.end())));
    }
    Matcher brief = SHORT.matcher(text).region(block.start(), block.end());
    if (!brief.lookingAt()) {
      return Optional.empty();
    }
    Span words = new Span(brief.start(1), brief.end(1));
    Optional<TimeInterval> interval =
        DAY.matcher(brief.group(1)).matches() ? calendar.day(Integer.parseInt(brief.group(1)))
            : Optional.of(brief.group(1)).filter(w -> calendar.isSet() || HAS_DAY.matcher(w).matches())
                .flatMap(w -> covering(words, mentions(words, text, calendar.reading(text), annotator)));
    return interval.map(
        i -> new EntryDate(new DateMention(words, Optional.of(i), brief.group(1)), new Span(brief.end(), block.end())));
  }

  private static Optional<EntryDate> year(Pattern lead, String text, Span block) {
    Matcher matcher = lead.matcher(text).region(block.start(), block.end());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    TimeInterval whole = TimeInterval.within(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    return Optional.of(new EntryDate(
        new DateMention(new Span(matcher.start(1), matcher.end(1)), Optional.of(whole), matcher.group(1)),
        new Span(matcher.end(), block.end())));
  }

  private static List<DateMention> mentions(
      Span span, String text, DateFinder.Reading reading, TextAnnotator annotator) {
    return annotator.annotate(text, span).stream().flatMap(s -> reading.read(s).stream()).toList();
  }

  /** From the first to the last date, where the words are dates and nothing else. */
  private static Optional<TimeInterval> covering(Span words, List<DateMention> dates) {
    boolean whole = !dates.isEmpty() && dates.getFirst().span().start() == words.start()
        && dates.getLast().span().end() == words.end();
    if (!whole || dates.stream().anyMatch(d -> d.interval().isEmpty())) {
      return Optional.empty();
    }
    LocalDate first = dates.getFirst().interval().orElseThrow().earliest();
    LocalDate last = dates.getLast().interval().orElseThrow().latest();
    return first.isAfter(last) ? Optional.empty() : Optional.of(TimeInterval.within(first, last));
  }
}
