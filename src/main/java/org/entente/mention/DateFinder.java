package org.entente.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.mention.Mention.DateMention;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;
import org.entente.time.Cue;
import org.entente.time.Moment;
import org.entente.time.TimeExpression;
import org.entente.time.TimeFrame;
import org.entente.time.TimeGrammar;
import org.entente.time.TimeInterval;

/**
 * Finds calendar and relative time expressions and resolves them against the article's date: "last week" is the
 * calendar week from Monday, "earlier this week" runs from Monday to publication, "by May" from publication to the end
 * of May, "since 2014" from then to publication. A bare weekday or month is the nearest one before publication, or
 * after it where the verb it belongs to is in the future. Without a date of publication relative expressions stay
 * unresolved: nothing is guessed. How times are written stands in the grammar.
 */
public final class DateFinder {

  /** How far up the tree the verb is sought that an expression belongs to. */
  private static final int DEPTH = 12;

  /** "since the end of 2019" has two frames, "on Monday in early May" too; more there are not. */
  private static final int FRAMES = 3;

  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private final TimeGrammar grammar;

  public DateFinder(TimeGrammar grammar) {
    this.grammar = grammar;
  }

  /** Begins an article; its sentences are then read in order, since "the same day" refers to an earlier one. */
  public Reading begin(Optional<LocalDate> issued, String text) {
    return new Reading(issued, text);
  }

  private record Hit(int start, int end, Optional<TimeInterval> interval) {}

  /** One article being read. Not safe for use from several threads. */
  public final class Reading {

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
      SentenceReading reading = new SentenceReading(sentence);
      int offset = sentence.span().start();
      for (Optional<Hit> hit = reading.next(0); hit.isPresent(); hit = reading.next(hit.get().end())) {
        Span span = new Span(offset + hit.get().start(), offset + hit.get().end());
        boolean told = told(sentence, hit.get().start(), hit.get().end());
        found.add(new DateMention(span, hit.get().interval(), span.in(text), told));
        hit.get().interval().ifPresent(i -> previous = Optional.of(i));
      }
      return found;
    }

    /** One sentence, with where each form of expression stands in it next. */
    private final class SentenceReading {

      private final Sentence sentence;
      private final String words;
      private final List<Candidate> candidates = new ArrayList<>();

      SentenceReading(Sentence sentence) {
        this.sentence = sentence;
        this.words = sentence.span().in(text);
        grammar.expressionsIn(words).forEach(
            e -> {
              Matcher matcher = e.in(words);
              if (matcher.find()) {
                candidates.add(new Candidate(e, matcher));
              }
            });
      }

      /** The first expression from an offset on; of those that begin there the longest. */
      Optional<Hit> next(int from) {
        candidates.removeIf(c -> c.matcher().start() < from && !c.matcher().find(from));
        List<Hit> hits = new ArrayList<>();
        int earliest = Integer.MAX_VALUE;
        for (Candidate c : candidates) {
          if (c.matcher().start() <= earliest) {
            Optional<Hit> hit = hit(c);
            hit.ifPresent(hits::add);
            earliest = hit.isPresent() ? c.matcher().start() : earliest;
          }
        }
        int first = earliest;
        return hits.stream()
            .filter(h -> h.start() == first)
            .max(Comparator.comparingInt(Hit::end))
            .map(h -> framed(h, from));
      }

      private Optional<Hit> hit(Candidate candidate) {
        Matcher m = candidate.matcher();
        if (issued.isEmpty() && candidate.expression().isRelative(m)) {
          return Optional.of(new Hit(m.start(), m.end(), Optional.empty()));
        }
        return candidate.expression().interval(m, moment(m.start(), m.end()))
            .map(i -> new Hit(m.start(), m.end(), Optional.of(i)));
      }

      private Moment moment(int start, int end) {
        boolean expected = verb(sentence, start, end).filter(verb -> expected(sentence, verb)).isPresent();
        return new Moment(issued, future(sentence, start, end), expected, previous);
      }

      /** "since", "by", "early", "the end of" in front of an expression change what it means. */
      private Hit framed(Hit hit, int from) {
        boolean yearGiven = YEAR.matcher(words).region(hit.start(), hit.end()).find();
        Moment moment = moment(hit.start(), hit.end());
        Hit whole = hit;
        for (int i = 0; i < FRAMES && whole.interval().isPresent(); i++) {
          Optional<Hit> framed = frame(whole, from, yearGiven, moment);
          if (framed.isEmpty()) {
            break;
          }
          whole = framed.get();
        }
        return whole;
      }

      /** With the longest frame in front of it. */
      private Optional<Hit> frame(Hit hit, int from, boolean yearGiven, Moment moment) {
        Optional<Hit> longest = Optional.empty();
        for (TimeFrame frame : grammar.frames()) {
          Optional<Matcher> m = frame.before(words, from, hit.start());
          if (m.isPresent() && m.get().start() < longest.map(Hit::start).orElse(hit.start())) {
            Optional<Hit> framed =
                frame.framed(m.get(), hit.interval().orElseThrow(), yearGiven, moment)
                    .map(f -> new Hit(m.get().start(), hit.end(), Optional.of(f)));
            longest = framed.isPresent() ? framed : longest;
          }
        }
        return longest;
      }
    }

    private record Candidate(TimeExpression expression, Matcher matcher) {}

    /** Whether what an expression belongs to lies ahead: its verb says so. */
    private boolean future(Sentence sentence, int start, int end) {
      return verb(sentence, start, end).filter(verb -> ahead(sentence, verb)).isPresent();
    }

    /** The nearest verb above the expression at these offsets in the sentence. */
    private Optional<Token> verb(Sentence sentence, int start, int end) {
      int offset = sentence.span().start();
      Token at =
          sentence.tokens().stream()
              .filter(t -> t.span().start() >= offset + start && t.span().end() <= offset + end)
              .findFirst()
              .orElse(sentence.tokens().getFirst());
      for (int depth = 0; depth < DEPTH; depth++) {
        if (at.isVerb() && !at.isAuxiliary()) {
          return Optional.of(at);
        }
        if (at.head() < 0) {
          break;
        }
        at = sentence.token(at.head());
      }
      return Optional.empty();
    }

    /**
     * Whether an expression stands before a verb in the past tense or behind a past participle, and so is the day of just this
     * verb: behind another it may be that of what was agreed, "agreed to meet in May".
     */
    private boolean told(Sentence sentence, int start, int end) {
      int offset = sentence.span().start();
      return verb(sentence, start, end)
          .filter(verb -> expected(sentence, verb) || !ahead(sentence, verb)
              && (verb.isPast() && verb.span().start() >= offset + end
                  || isParticiple(sentence, verb) && !planned(sentence, verb)))
          .isPresent();
    }

    /** "were due <i>to meet</i>", "had been scheduled <i>to visit</i>": that was to come then, and may be past by now. */
    private boolean expected(Sentence sentence, Token verb) {
      boolean infinitive = sentence.children(verb).stream().anyMatch(t -> t.pos().equals("TO"));
      if (!infinitive || verb.head() < 0) {
        return false;
      }
      Token over = sentence.token(verb.head());
      boolean scheduled = grammar.is(Cue.SCHEDULED, over.lemma()) || grammar.is(Cue.SET, over.lemma());
      boolean past = sentence.children(over).stream().anyMatch(t -> t.isAuxiliary() && t.pos().equals("VBD"))
          || !over.isVerb() && over.head() >= 0 && sentence.token(over.head()).pos().equals("VBD");
      return scheduled && past;
    }

    private boolean isParticiple(Sentence sentence, Token verb) {
      return verb.pos().equals("VBN") && sentence.children(verb).stream().noneMatch(Token::isAuxiliary);
    }

    private boolean ahead(Sentence sentence, Token verb) {
      List<Token> auxiliaries = sentence.children(verb).stream().filter(Token::isAuxiliary).toList();
      boolean modal = auxiliaries.stream().anyMatch(t -> t.isModal() && !grammar.is(Cue.PAST_MODAL, t.lemma()));
      boolean infinitive = auxiliaries.stream().anyMatch(t -> t.pos().equals("TO"));
      if (modal || infinitive && !begun(sentence, verb)) {
        return true;
      }
      boolean past = verb.isPast()
          || auxiliaries.stream().anyMatch(t -> t.isPast() || grammar.is(Cue.PERFECT, t.lemma()));
      return !past && !infinitive && (planned(sentence, verb) || present(verb, auxiliaries));
    }

    /** "began to export": what was begun lies behind as the beginning does. */
    private boolean begun(Sentence sentence, Token verb) {
      return verb.head() >= 0 && grammar.is(Cue.BEGUN, sentence.token(verb.head()).lemma())
          && !ahead(sentence, sentence.token(verb.head()));
    }

    private boolean planned(Sentence sentence, Token verb) {
      return grammar.is(Cue.SCHEDULED, verb.lemma())
          || sentence.children(verb).stream().anyMatch(t -> grammar.is(Cue.SET, t.lemma()));
    }

    /** The present tense is a timetable, unless it reports. */
    private boolean present(Token verb, List<Token> auxiliaries) {
      boolean present = verb.isPresent() || auxiliaries.stream().anyMatch(Token::isPresent);
      return present && !grammar.is(Cue.REPORTING, verb.lemma()) && !verb.pos().equals("VBN");
    }
  }
}
