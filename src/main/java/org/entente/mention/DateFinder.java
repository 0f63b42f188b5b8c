package org.entente.mention;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.mention.Mention.DateMention;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;
import org.entente.time.TimeInterval;
import org.entente.time.TimeInterval.Meaning;

/**
 * Finds calendar and relative time expressions and resolves them against the article's date: "last week" is the
 * calendar week from Monday, "earlier this week" runs from Monday to publication, "by May" from publication to the end
 * of May, "since 2014" from then to publication. A bare weekday or month is the nearest one before publication, or
 * after it where the verb it belongs to is in the future. Without a date of publication relative expressions stay
 * unresolved: nothing is guessed.
 */
public final class DateFinder {

  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Jun\\.|Jul\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";
  private static final String DAY = "(?:[0-3]?\\d)(?:st|nd|rd|th)?";
  private static final String YEAR = "(?:1[89]\\d\\d|20\\d\\d)";
  private static final String NUMBER =
      "(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|a few)";
  private static final String UNIT = "(?:day|week|fortnight|month|year|decade)s?";
  private static final String WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
  private static final String SEASON = "(?:spring|summer|autumn|fall|winter)";
  private static final String DASH = "\\s*[-–—]\\s*";

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1), Map.entry("an", 1), Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3),
          Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8),
          Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12),
          Map.entry("fifteen", 15), Map.entry("twenty", 20), Map.entry("thirty", 30));

  /** What a pattern's groups mean, given what is known at that place. */
  private interface Rule {
    Optional<TimeInterval> interval(Matcher match, Reading reading, boolean future);
  }

  private record Expression(Pattern pattern, boolean relative, Rule rule) {}

  private static final List<Expression> EXPRESSIONS = expressions();

  private DateFinder() {}

  /** Begins an article; its sentences are then read in order, since "the same day" refers to an earlier one. */
  public static Reading begin(Optional<LocalDate> issued, String text) {
    return new Reading(issued, text);
  }

  /** One article being read. Not safe for use from several threads. */
  public static final class Reading {

    private final Optional<LocalDate> issued;
    private final String text;
    private Optional<TimeInterval> previous = Optional.empty();

    private Reading(Optional<LocalDate> issued, String text) {
      this.issued = issued;
      this.text = text;
    }

    /** The time expressions of a sentence in text order, none overlapping another. */
    public List<DateMention> read(Sentence sentence) {
      List<DateMention> found = new ArrayList<>();
      String words = sentence.span().in(text);
      int offset = sentence.span().start();
      int at = 0;
      while (at < words.length()) {
        Optional<Hit> hit = next(words, at, sentence, offset);
        if (hit.isEmpty()) {
          break;
        }
        Span span = new Span(offset + hit.get().start(), offset + hit.get().end());
        found.add(new DateMention(span, hit.get().interval(), span.in(text)));
        hit.get().interval().ifPresent(i -> previous = Optional.of(i));
        at = hit.get().end();
      }
      return found;
    }

    private record Hit(int start, int end, Optional<TimeInterval> interval) {}

    /** The first expression from an offset on; of those that begin there the longest. */
    private Optional<Hit> next(String words, int from, Sentence sentence, int offset) {
      List<Hit> hits = new ArrayList<>();
      int earliest = Integer.MAX_VALUE;
      for (Expression e : EXPRESSIONS) {
        Matcher m = e.pattern().matcher(words);
        if (m.find(from) && m.start() <= earliest) {
          boolean future = future(sentence, offset + m.start(), offset + m.end());
          if (e.relative() && issued.isEmpty()) {
            hits.add(new Hit(m.start(), m.end(), Optional.empty()));
          } else {
            Optional<TimeInterval> interval = e.rule().interval(m, this, future);
            interval.ifPresent(i -> hits.add(new Hit(m.start(), m.end(), Optional.of(i))));
          }
          if (!hits.isEmpty()) {
            earliest = Math.min(earliest, hits.getLast().start());
          }
        }
      }
      int first = earliest;
      return hits.stream()
          .filter(h -> h.start() == first)
          .max(Comparator.comparingInt(Hit::end))
          .map(h -> framed(h, words, from));
    }

    /** "since", "by", "before", "until" in front of an expression change what it means. */
    private Hit framed(Hit hit, String words, int from) {
      if (hit.interval().isEmpty() || issued.isEmpty()) {
        return hit;
      }
      Matcher m = BEFORE.matcher(words).region(from, hit.start());
      if (!m.find()) {
        return hit;
      }
      LocalDate now = issued.get();
      String word = m.group(1).toLowerCase(Locale.ROOT);
      TimeInterval i = ahead(hit, words, now, word);
      Optional<TimeInterval> framed =
          switch (word) {
            case "since" ->
                i.earliest().isAfter(now) ? Optional.empty() : Optional.of(TimeInterval.lasting(i.earliest(), now));
            case "by", "until", "till" -> i.latest().isBefore(now) ? Optional.empty()
                : Optional.of(new TimeInterval(now, i.latest(), word.equals("by") ? Meaning.WITHIN : Meaning.LASTING));
            case "before" -> ahead(now, i, m.group().toLowerCase(Locale.ROOT).contains("end"));
            default -> Optional.empty();
          };
      return framed.map(f -> new Hit(m.start(1), hit.end(), Optional.of(f))).orElse(hit);
    }

    /** "postponed until May": without a year the limit lies ahead, whatever the verb's tense. */
    private static TimeInterval ahead(Hit hit, String words, LocalDate now, String word) {
      TimeInterval i = hit.interval().orElseThrow();
      boolean yearGiven = words.substring(hit.start(), hit.end()).matches(".*\\d{4}.*");
      boolean behind = i.latest().isBefore(now) && !word.equals("since") && !yearGiven;
      return behind ? new TimeInterval(i.earliest().plusYears(1), i.latest().plusYears(1), i.meaning()) : i;
    }

    private static Optional<TimeInterval> ahead(LocalDate now, TimeInterval i, boolean end) {
      LocalDate last = end ? i.latest() : i.earliest().minusDays(1);
      return last.isBefore(now) ? Optional.empty() : Optional.of(TimeInterval.within(now, last));
    }

    private LocalDate now() {
      return issued.orElseThrow();
    }

    /** Whether what an expression belongs to lies ahead: its verb says so. */
    private boolean future(Sentence sentence, int start, int end) {
      Optional<Token> token =
          sentence.tokens().stream().filter(t -> t.span().start() >= start && t.span().end() <= end).findFirst();
      Token at = token.orElse(sentence.tokens().getFirst());
      for (int depth = 0; depth < 12; depth++) {
        if (at.isVerb() && !at.relation().startsWith("aux")) {
          return ahead(sentence, at);
        }
        if (at.head() < 0) {
          break;
        }
        at = sentence.token(at.head());
      }
      return false;
    }

    private static boolean ahead(Sentence sentence, Token verb) {
      List<Token> auxiliaries = sentence.children(verb).stream().filter(t -> t.relation().startsWith("aux")).toList();
      boolean modal = auxiliaries.stream().anyMatch(t -> t.pos().equals("MD") && !t.lemma().equals("could"));
      boolean infinitive = auxiliaries.stream().anyMatch(t -> t.pos().equals("TO"));
      boolean past = verb.pos().equals("VBD")
          || auxiliaries.stream().anyMatch(t -> t.pos().equals("VBD") || t.lemma().equals("have"));
      if (modal || infinitive) {
        return true;
      }
      if (past) {
        return false;
      }
      boolean planned =
          sentence.children(verb).stream().anyMatch(t -> t.lemma().equals("due") || t.lemma().equals("set"))
              || List.of("schedule", "plan", "expect", "due").contains(verb.lemma());
      boolean present = verb.pos().equals("VBZ") || verb.pos().equals("VBP")
          || auxiliaries.stream().anyMatch(t -> t.pos().equals("VBZ") || t.pos().equals("VBP"));
      boolean reports = List.of("say", "report", "write", "add", "tell").contains(verb.lemma());
      return planned || present && !reports && !verb.pos().equals("VBN");
    }
  }

  private static final Pattern BEFORE =
      Pattern.compile("\\b(since|by|before|until|till)(?:\\s+(?:the\\s+)?(?:end\\s+of\\s+)?(?:early|mid|late)?)?\\s*$",
          Pattern.CASE_INSENSITIVE);

  // ---- the expressions

  private static List<Expression> expressions() {
    List<Expression> all = new ArrayList<>();
    // calendar dates
    fixed(all, "\\b(" + YEAR + ")-(\\d\\d)-(\\d\\d)\\b", (m, r, f) -> date(m.group(1), m.group(2), m.group(3)));
    fixed(all,
        "\\b(" + DAY + ")(?:" + DASH + "|\\s+(?:to|and)\\s+)(" + DAY + ")\\s+(?:of\\s+)?(" + MONTH + "),?\\s+(" + YEAR
            + ")\\b",
        (m, r, f) -> span(m.group(1), m.group(2), month(m.group(3)), year(m.group(4))));
    fixed(all,
        "\\b(" + MONTH + ")\\s+(" + DAY + ")(?:" + DASH + "|\\s+(?:to|and)\\s+)(" + DAY + "),?\\s+(" + YEAR + ")\\b",
        (m, r, f) -> span(m.group(2), m.group(3), month(m.group(1)), year(m.group(4))));
    fixed(all, "\\b(" + DAY + ")\\s+(?:of\\s+)?(" + MONTH + "),?\\s+(" + YEAR + ")\\b",
        (m, r, f) -> day(year(m.group(3)), month(m.group(2)), m.group(1)));
    fixed(all, "\\b(" + MONTH + ")\\s+(" + DAY + "),?\\s+(" + YEAR + ")\\b",
        (m, r, f) -> day(year(m.group(3)), month(m.group(1)), m.group(2)));
    relative(all, "\\b(" + DAY + ")(?:" + DASH + "|\\s+(?:to|and)\\s+)(" + DAY + ")\\s+(" + MONTH + ")(?!\\w)",
        (m, r, f) -> span(m.group(1), m.group(2), month(m.group(3)), nearestYear(month(m.group(3)), r.now(), f)));
    relative(all, "\\b(" + DAY + ")\\s+(?:of\\s+)?(" + MONTH + ")(?!\\w)",
        (m, r, f) -> nearestDay(month(m.group(2)), m.group(1), r.now(), f));
    relative(all, "\\b(" + MONTH + ")\\s+(" + DAY + ")\\b(?!\\s*,?\\s*\\d)",
        (m, r, f) -> nearestDay(month(m.group(1)), m.group(2), r.now(), f));
    // parts of months and years
    fixed(all, "\\b(early|mid|late)[- ](" + MONTH + ")\\s+(?:of\\s+)?(" + YEAR + ")\\b",
        (m, r, f) -> third(m.group(1), YearMonth.of(year(m.group(3)), month(m.group(2)))));
    relative(all, "\\b(early|mid|late)[- ](" + MONTH + ")(?!\\w)",
        (m, r, f) -> third(m.group(1), nearestMonth(month(m.group(2)), r.now(), f)));
    fixed(all, "\\b(early|mid|late)[- ](" + YEAR + ")\\b", (m, r, f) -> thirdOfYear(m.group(1), year(m.group(2))));
    fixed(all, "\\b(first|second|third|fourth|last)\\s+week\\s+of\\s+(" + MONTH + ")\\s+(" + YEAR + ")\\b",
        (m, r, f) -> week(m.group(1), YearMonth.of(year(m.group(3)), month(m.group(2)))));
    relative(all, "\\b(first|second|third|fourth|last)\\s+week\\s+of\\s+(" + MONTH + ")(?!\\w)",
        (m, r, f) -> week(m.group(1), nearestMonth(month(m.group(2)), r.now(), f)));
    fixed(all, "\\b(first|second|third|fourth|last)\\s+(quarter|half)\\s+of\\s+(" + YEAR + ")\\b",
        (m, r, f) -> part(m.group(1), m.group(2), year(m.group(3))));
    relative(all, "\\b(first|second|third|fourth|last)\\s+(quarter|half)\\s+of\\s+(this|last|next)\\s+year\\b",
        (m, r, f) -> part(m.group(1), m.group(2), r.now().getYear() + shift(m.group(3))));
    relative(all, "\\b(" + MONTH + ")\\s+(?:of\\s+)?(this|last|next)\\s+year\\b",
        (m, r, f) -> whole(YearMonth.of(r.now().getYear() + shift(m.group(2)), month(m.group(1)))));
    fixed(all, "\\b(" + MONTH + "),?\\s+(?:of\\s+)?(" + YEAR + ")\\b",
        (m, r, f) -> whole(YearMonth.of(year(m.group(2)), month(m.group(1)))));
    fixed(all, "\\b(" + SEASON + ")\\s+(?:of\\s+)?(" + YEAR + ")\\b",
        (m, r, f) -> season(m.group(1), year(m.group(2))));
    relative(all, "\\b(last|next|this)\\s+(" + SEASON + ")\\b",
        (m, r, f) -> nearestSeason(m.group(2), m.group(1), r.now()));
    relative(all, "\\b(last|next)\\s+(" + MONTH + ")(?!\\w)",
        (m, r, f) -> whole(besides(month(m.group(2)), r.now(), m.group(1).equalsIgnoreCase("next"))));
    relative(all, "(?<![\\w])(" + MONTH + ")(?![\\w])(?!\\s+\\d)", (m, r, f) -> monthAlone(m, r, f));
    // weeks, months, years around publication
    relative(all, "\\b(earlier|later)\\s+(this|in the)\\s+(week|month|year)\\b",
        (m, r, f) -> around(m.group(1), m.group(3), r.now()));
    relative(all, "\\b(last|next|this|the coming|the previous)\\s+(week|month|year|quarter)\\b",
        (m, r, f) -> unit(m.group(1), m.group(2), r.now(), f));
    relative(all, "\\b(?:end|close)\\s+of\\s+(?:the|this)\\s+(week|month|year)\\b",
        (m, r, f) -> around("later", m.group(1), r.now()));
    relative(all, "\\b(yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening))\\b",
        (m, r, f) -> Optional.of(TimeInterval.day(r.now().plusDays(offset(m.group(1))))));
    relative(all, "\\b(?:(last|next|this)\\s+)?(" + WEEKDAY + ")\\b", (m, r, f) -> weekday(m, r.now(), f));
    relative(all, "\\b(" + NUMBER + ")\\s+(" + UNIT + ")\\s+ago\\b", (m, r, f) -> ago(m.group(1), m.group(2), r.now()));
    relative(all, "\\b(?:the|these)\\s+(?:past|last)\\s+(?:(" + NUMBER + ")\\s+)?(" + UNIT + ")\\b",
        (m, r, f) -> past(m.group(1), m.group(2), r.now()));
    // relative to what was said before
    fixed(all, "\\b(" + NUMBER + ")\\s+(" + UNIT + ")\\s+(earlier|later|before|afterwards)\\b",
        (m, r, f) -> shifted(m, r.previous));
    fixed(all, "\\b(?:the\\s+same|that)\\s+(day|evening|night|morning|afternoon|week|month|year)\\b",
        (m, r, f) -> r.previous);
    fixed(all, "\\bthe\\s+(?:next|following)\\s+day\\b",
        (m, r, f) -> r.previous.map(p -> TimeInterval.day(p.latest().plusDays(1))));
    fixed(all, "\\b(?:a|the)\\s+day\\s+before\\b",
        (m, r, f) -> r.previous.map(p -> TimeInterval.day(p.earliest().minusDays(1))));
    // years
    fixed(all, "\\b(?:between|from)\\s+(" + YEAR + ")\\s+(?:and|to)\\s+(" + YEAR + ")\\b",
        (m, r, f) -> years(m.group(1), m.group(2)));
    fixed(all, "\\b(" + YEAR + ")[–-](" + YEAR + ")\\b", (m, r, f) -> years(m.group(1), m.group(2)));
    fixed(all, "\\b(?:1[89]|20)\\d0s\\b", (m, r, f) -> decade(m.group()));
    fixed(all,
        "(?<=\\b(?:in|of|since|by|until|till|before|after|during|from|its|their|the|a|until the end of|and)\\s)(" + YEAR
            + ")\\b(?![-,]?\\d|\\s*(?:troops|soldiers|men|people|tonnes|tons|km|kilomet|dollars|jobs))",
        (m, r, f) -> years(m.group(1), m.group(1)));
    relative(all, "\\b(Christmas|New Year's Day|New Year)\\b", (m, r, f) -> feast(m.group(1), r.now(), f));
    return List.copyOf(all);
  }

  private static void fixed(List<Expression> all, String regex, Rule rule) {
    all.add(new Expression(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), false, rule));
  }

  private static void relative(List<Expression> all, String regex, Rule rule) {
    all.add(new Expression(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), true, rule));
  }

  // ---- calendar arithmetic

  private static Optional<TimeInterval> date(String y, String m, String d) {
    return day(Integer.parseInt(y), Integer.parseInt(m), d);
  }

  private static Optional<TimeInterval> day(int year, int month, String day) {
    int d = number(day);
    boolean real = month >= 1 && month <= 12 && d >= 1 && d <= YearMonth.of(year, month).lengthOfMonth();
    return real ? Optional.of(TimeInterval.day(LocalDate.of(year, month, d))) : Optional.empty();
  }

  private static Optional<TimeInterval> span(String from, String to, int month, int year) {
    Optional<TimeInterval> a = day(year, month, from);
    Optional<TimeInterval> b = day(year, month, to);
    boolean ordered = a.isPresent() && b.isPresent() && !b.get().earliest().isBefore(a.get().earliest());
    return ordered ? Optional.of(TimeInterval.lasting(a.get().earliest(), b.get().earliest())) : Optional.empty();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits.replaceAll("\\D", ""));
  }

  private static int year(String digits) {
    return Integer.parseInt(digits);
  }

  private static int month(String name) {
    String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
    for (Month m : Month.values()) {
      if (m.name().startsWith(start)) {
        return m.getValue();
      }
    }
    throw new IllegalArgumentException("not a month: " + name);
  }

  private static Optional<TimeInterval> whole(YearMonth month) {
    return Optional.of(TimeInterval.within(month.atDay(1), month.atEndOfMonth()));
  }

  private static int nearestYear(int month, LocalDate now, boolean future) {
    if (future) {
      return month >= now.getMonthValue() ? now.getYear() : now.getYear() + 1;
    }
    return month <= now.getMonthValue() ? now.getYear() : now.getYear() - 1;
  }

  private static YearMonth nearestMonth(int month, LocalDate now, boolean future) {
    return YearMonth.of(nearestYear(month, now, future), month);
  }

  private static Optional<TimeInterval> nearestDay(int month, String day, LocalDate now, boolean future) {
    Optional<TimeInterval> near = day(nearestYear(month, now, future), month, day);
    if (near.isPresent() && !future && near.get().earliest().isAfter(now)) {
      // Later in this very month: a plan told in the past tense ("was due on 14 February").
      return near;
    }
    return near;
  }

  /** "May" and "March" are words too; a month stands alone only where it is written as one. */
  private static Optional<TimeInterval> monthAlone(Matcher m, Reading r, boolean future) {
    boolean capital = Character.isUpperCase(m.group(1).charAt(0));
    boolean verb = m.group(1).equals("May") && m.start() == 0;
    return capital && !verb ? whole(nearestMonth(month(m.group(1)), r.now(), future)) : Optional.empty();
  }

  /** "last November", "next May": the one on that side of the present month. */
  private static YearMonth besides(int month, LocalDate now, boolean next) {
    YearMonth here = YearMonth.of(now.getYear(), month);
    YearMonth present = YearMonth.from(now);
    if (next) {
      return here.isAfter(present) ? here : here.plusYears(1);
    }
    return here.isBefore(present) ? here : here.minusYears(1);
  }

  private static Optional<TimeInterval> third(String part, YearMonth month) {
    return Optional.of(
        switch (part.toLowerCase(Locale.ROOT)) {
          case "early" -> TimeInterval.within(month.atDay(1), month.atDay(10));
          case "mid" -> TimeInterval.within(month.atDay(11), month.atDay(20));
          default -> TimeInterval.within(month.atDay(21), month.atEndOfMonth());
        });
  }

  private static Optional<TimeInterval> thirdOfYear(String part, int year) {
    int first = switch (part.toLowerCase(Locale.ROOT)) {
      case "early" -> 1;
      case "mid" -> 5;
      default -> 9;
    };
    return Optional.of(TimeInterval.within(LocalDate.of(year, first, 1), YearMonth.of(year, first + 3).atEndOfMonth()));
  }

  private static Optional<TimeInterval> week(String which, YearMonth month) {
    int first = switch (which.toLowerCase(Locale.ROOT)) {
      case "first" -> 1;
      case "second" -> 8;
      case "third" -> 15;
      case "fourth" -> 22;
      default -> month.lengthOfMonth() - 6;
    };
    return Optional.of(TimeInterval.within(month.atDay(first), month.atDay(first + 6)));
  }

  private static Optional<TimeInterval> part(String which, String unit, int year) {
    int months = unit.equalsIgnoreCase("half") ? 6 : 3;
    int index = switch (which.toLowerCase(Locale.ROOT)) {
      case "first" -> 0;
      case "second" -> 1;
      case "third" -> 2;
      default -> 12 / months - 1;
    };
    int first = Math.min(index * months + 1, 12 - months + 1);
    return Optional.of(
        TimeInterval.within(LocalDate.of(year, first, 1), YearMonth.of(year, first + months - 1).atEndOfMonth()));
  }

  private static Optional<TimeInterval> season(String name, int year) {
    return Optional.of(
        switch (name.toLowerCase(Locale.ROOT)) {
          case "spring" -> TimeInterval.within(LocalDate.of(year, 3, 1), LocalDate.of(year, 5, 31));
          case "summer" -> TimeInterval.within(LocalDate.of(year, 6, 1), LocalDate.of(year, 8, 31));
          case "winter" -> TimeInterval.within(LocalDate.of(year, 12, 1), YearMonth.of(year + 1, 2).atEndOfMonth());
          default -> TimeInterval.within(LocalDate.of(year, 9, 1), LocalDate.of(year, 11, 30));
        });
  }

  private static Optional<TimeInterval> nearestSeason(String name, String which, LocalDate now) {
    TimeInterval here = season(name, now.getYear()).orElseThrow();
    return switch (which.toLowerCase(Locale.ROOT)) {
      case "next" -> here.earliest().isAfter(now) ? Optional.of(here) : season(name, now.getYear() + 1);
      case "last" -> here.latest().isBefore(now) ? Optional.of(here) : season(name, now.getYear() - 1);
      default -> Optional.of(here);
    };
  }

  private static int shift(String which) {
    return switch (which.toLowerCase(Locale.ROOT)) {
      case "last", "the previous" -> -1;
      case "next", "the coming" -> 1;
      default -> 0;
    };
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static TimeInterval calendarUnit(String unit, LocalDate day) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "week" -> TimeInterval.within(monday(day), monday(day).plusDays(6));
      case "month" -> whole(YearMonth.from(day)).orElseThrow();
      case "quarter" -> part("first", "quarter", day.getYear())
          .map(q -> shiftedQuarter(q, (day.getMonthValue() - 1) / 3))
          .orElseThrow();
      default -> TimeInterval.within(LocalDate.of(day.getYear(), 1, 1), LocalDate.of(day.getYear(), 12, 31));
    };
  }

  private static TimeInterval shiftedQuarter(TimeInterval first, int quarters) {
    LocalDate from = first.earliest().plusMonths(3L * quarters);
    return TimeInterval.within(from, YearMonth.from(from.plusMonths(2)).atEndOfMonth());
  }

  private static Optional<TimeInterval> unit(String which, String unit, LocalDate now, boolean future) {
    int by = shift(which);
    LocalDate day = switch (unit.toLowerCase(Locale.ROOT)) {
      case "week" -> now.plusWeeks(by);
      case "month" -> now.plusMonths(by);
      case "quarter" -> now.plusMonths(3L * by);
      default -> now.plusYears(by);
    };
    TimeInterval whole = calendarUnit(unit, day);
    if (by != 0) {
      return Optional.of(whole);
    }
    return Optional.of(future ? TimeInterval.within(now, whole.latest()) : TimeInterval.within(whole.earliest(), now));
  }

  private static Optional<TimeInterval> around(String word, String unit, LocalDate now) {
    TimeInterval whole = calendarUnit(unit, now);
    return Optional.of(
        word.equalsIgnoreCase("earlier")
            ? TimeInterval.within(whole.earliest(), now)
            : TimeInterval.within(now, whole.latest()));
  }

  private static int offset(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "yesterday" -> -1;
      case "tomorrow" -> 1;
      default -> 0;
    };
  }

  private static Optional<TimeInterval> weekday(Matcher m, LocalDate now, boolean future) {
    DayOfWeek day = DayOfWeek.valueOf(m.group(2).toUpperCase(Locale.ROOT));
    String which = m.group(1) == null ? "" : m.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(
        TimeInterval.day(
            switch (which) {
              case "last" -> now.with(TemporalAdjusters.previous(day));
              case "next" -> now.with(TemporalAdjusters.next(day));
              default -> future ? now.with(TemporalAdjusters.nextOrSame(day))
                  : now.with(TemporalAdjusters.previousOrSame(day));
            }));
  }

  private static Optional<Integer> count(String word) {
    String lower = word == null ? "one" : word.toLowerCase(Locale.ROOT);
    if (lower.matches("\\d+")) {
      return Optional.of(Integer.parseInt(lower));
    }
    return Optional.ofNullable(NUMBERS.get(lower));
  }

  private static ChronoUnit unitOf(String word) {
    String unit = word.toLowerCase(Locale.ROOT).replaceAll("s$", "");
    return switch (unit) {
      case "day" -> ChronoUnit.DAYS;
      case "week", "fortnight" -> ChronoUnit.WEEKS;
      case "month" -> ChronoUnit.MONTHS;
      case "decade" -> ChronoUnit.DECADES;
      default -> ChronoUnit.YEARS;
    };
  }

  private static int times(String unit) {
    return unit.toLowerCase(Locale.ROOT).startsWith("fortnight") ? 2 : 1;
  }

  /** "two weeks ago" is that calendar week, "a decade ago" that calendar year. */
  private static Optional<TimeInterval> ago(String number, String unit, LocalDate now) {
    return count(number)
        .map(
            n -> {
              LocalDate day = now.minus((long) n * times(unit), unitOf(unit));
              return switch (unitOf(unit)) {
                case DAYS -> TimeInterval.day(day);
                case WEEKS -> calendarUnit("week", day);
                case MONTHS -> calendarUnit("month", day);
                default -> calendarUnit("year", day);
              };
            });
  }

  private static Optional<TimeInterval> past(String number, String unit, LocalDate now) {
    return count(number).map(n -> TimeInterval.within(now.minus((long) n * times(unit), unitOf(unit)), now));
  }

  private static Optional<TimeInterval> shifted(Matcher m, Optional<TimeInterval> previous) {
    boolean back = m.group(3).equalsIgnoreCase("earlier") || m.group(3).equalsIgnoreCase("before");
    return count(m.group(1))
        .flatMap(
            n -> previous.map(
                p -> {
                  long by = (long) n * times(m.group(2)) * (back ? -1 : 1);
                  ChronoUnit unit = unitOf(m.group(2));
                  return new TimeInterval(p.earliest().plus(by, unit), p.latest().plus(by, unit), p.meaning());
                }));
  }

  private static Optional<TimeInterval> years(String from, String to) {
    return year(from) > year(to)
        ? Optional.empty()
        : Optional.of(
            new TimeInterval(
                LocalDate.of(year(from), 1, 1),
                LocalDate.of(year(to), 12, 31),
                from.equals(to) ? Meaning.WITHIN : Meaning.LASTING));
  }

  private static Optional<TimeInterval> decade(String words) {
    int first = Integer.parseInt(words.substring(0, 4));
    return Optional.of(TimeInterval.within(LocalDate.of(first, 1, 1), LocalDate.of(first + 9, 12, 31)));
  }

  private static Optional<TimeInterval> feast(String name, LocalDate now, boolean future) {
    boolean christmas = name.equalsIgnoreCase("Christmas");
    LocalDate day = LocalDate.of(now.getYear(), christmas ? 12 : 1, christmas ? 25 : 1);
    LocalDate next = day.isBefore(now) ? day.plusYears(1) : day;
    LocalDate last = day.isAfter(now) ? day.minusYears(1) : day;
    return Optional.of(TimeInterval.day(future || christmas && !last.isAfter(now.minusMonths(3)) ? next : last));
  }
}
