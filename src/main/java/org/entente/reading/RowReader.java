package org.entente.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.actor.Actor;
import org.entente.argument.Participants;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.TableColumn.Content;
import org.entente.article.TableRow;
import org.entente.article.TableRow.Cell;
import org.entente.event.EventReader;
import org.entente.event.Trigger;
import org.entente.lexicon.KindFrame;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.DateMention;
import org.entente.mention.Mention.Sense;
import org.entente.merge.Finding;
import org.entente.text.Span;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Status;

/**
 * Reads a row of a table that lists undertakings: who takes part stands in some cells, what it is in another, when or
 * how it stands in others; which, the header says. Nothing is taken from the text around the table, and a row that
 * lacks one of these, or tells a status that is not known, gives nothing.
 */
final class RowReader {

  private record Told(Pattern cell, String status, Optional<Ending> ending) {}

  private static final List<Told> STATUSES = statuses();
  private static final Pattern YEARS = Pattern.compile("((?:19|20)\\d\\d)(?:\\s*[-–—/]\\s*((?:19|20)\\d\\d))?");
  /** Longer than a name. */
  private static final int MANY_WORDS = 7;
  private static final String DONE = "done";

  private final Article article;
  private final Lexicon lexicon;
  private final EventReader events;
  private final FieldReader fields;
  private final Function<String, Optional<Actor>> stateByCode;

  /** @param stateByCode the state of an ISO alpha-3 code */
  RowReader(
      Article article, Lexicon lexicon, EventReader events, FieldReader fields,
      Function<String, Optional<Actor>> stateByCode) {
    this.article = article;
    this.lexicon = lexicon;
    this.events = events;
    this.fields = fields;
    this.stateByCode = stateByCode;
  }

  /** A row with the sentences that were made of its cells. */
  private record Row(Block block, List<Cell> cells, List<AnnotatedSentence> sentences) {

    List<AnnotatedSentence> in(Cell cell) {
      Span span = new Span(cell.start(), cell.end());
      return sentences.stream().filter(sentence -> sentence.span().overlaps(span)).toList();
    }

    List<Cell> cells(Content content) {
      return cells.stream().filter(cell -> cell.column().content() == content).toList();
    }

    boolean has(Content content) {
      return !cells(content).isEmpty();
    }
  }

  /**
   * What a row tells.
   *
   * @param sentences its cells as they were annotated
   * @param id of the finding
   */
  Optional<Finding> read(Block block, List<AnnotatedSentence> sentences, int id) {
    Row row = new Row(block, TableRow.of(article, block).cells(), sentences);
    for (Cell what : row.cells(Content.UNDERTAKING)) {
      Optional<Trigger> trigger = trigger(row, what);
      Optional<Kind> kind = what.column().lists().flatMap(Kind::of).or(() -> trigger.map(Trigger::kind));
      if (kind.isPresent()) {
        return finding(row, what, kind.get(), trigger.filter(t -> t.kind() == kind.get()), id);
      }
    }
    return Optional.empty();
  }

  private Optional<Trigger> trigger(Row row, Cell cell) {
    return row.in(cell).stream().flatMap(sentence -> events.triggers().find(sentence).stream()).findFirst();
  }

  private Optional<Finding> finding(Row row, Cell what, Kind kind, Optional<Trigger> trigger, int id) {
    Participants participants = participants(row, lexicon.kind(kind));
    Optional<DateMention> date = date(row, Content.SIGNED).or(() -> date(row, Content.DATE));
    Optional<Status> status = status(row, kind, date);
    if (!participants.complete() || status.isEmpty()) {
      return Optional.empty();
    }
    Span span = new Span(row.block().start(), row.block().end());
    Evidence evidence =
        new Evidence(span, span.in(article.text()), row.block().section(), row.block().paragraph());
    Finding.Details details =
        new Finding.Details(
            date.flatMap(DateMention::interval), date.map(DateMention::text), List.of(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(),
            kind == Kind.AGREEMENT ? trigger.flatMap(t -> t.frame().instrument()) : Optional.empty(),
            trigger.isEmpty() ? ownName(kind, words(what)) : Optional.empty());
    return Optional.of(
        new Finding(
            id, kind, status.get(), participants, fields(row, what, kind, trigger), details,
            history(row, kind, evidence), Optional.empty(), List.of(evidence), new Span(what.start(), what.end()),
            new Finding.Told(
                false, Finding.Again.OPEN, false, true, 0, false, false, false, row.sentences().getFirst().number(),
                OptionalDouble.empty(), ending(row, status.get()), Optional.empty()),
            Set.of()));
  }

  /** "Phoenix Express" in a column of exercises. */
  private Optional<String> ownName(Kind kind, String words) {
    boolean name = lexicon.kind(kind).has(KindFrame.Trait.NAMED) && words.split(" ").length < MANY_WORDS
        && Character.isUpperCase(words.codePointAt(0));
    return name ? Optional.of(words) : Optional.empty();
  }

  // ---- who

  private Participants participants(Row row, KindFrame kind) {
    Participants found = Participants.NONE;
    for (Cell cell : row.cells()) {
      if (cell.column().namesActors()) {
        Role role = role(cell.column().content(), kind);
        for (AnnotatedSentence sentence : row.in(cell)) {
          for (ActorMention mention : sentence.actors()) {
            found = with(found, mention, role);
          }
        }
      }
    }
    return found;
  }

  private static Role role(Content content, KindFrame kind) {
    return switch (content) {
      case VISITOR -> Role.VISITOR;
      case HOST -> Role.HOST;
      case PROVIDER -> Role.PROVIDER;
      case RECIPIENT -> Role.RECIPIENT;
      case PARTIES, UNDERTAKING, DATE, SIGNED, IN_FORCE, STATUS, OTHER -> kind.role();
    };
  }

  /** In a column of parties a name is a party, whatever it would be in a sentence; a mere place is none. */
  private Participants with(Participants before, ActorMention mention, Role role) {
    if (mention.sense() == Sense.REFERENCE || mention.sense() == Sense.LOCATION && mention.states().isEmpty()) {
      return before;
    }
    Participants found = mention.sense() == Sense.LOCATION ? before : before.with(mention, role);
    for (String code : mention.states()) {
      Optional<Actor> state = stateByCode.apply(code);
      if (state.isPresent()) {
        found = found.with(state.get(), role);
      }
    }
    return found;
  }

  // ---- when

  private Optional<DateMention> date(Row row, Content content) {
    return row.cells(content).stream().flatMap(cell -> date(row, cell).stream()).findFirst();
  }

  private Optional<DateMention> date(Row row, Cell cell) {
    return row.in(cell).stream().flatMap(sentence -> sentence.dates().stream())
        .filter(date -> date.interval().isPresent()).findFirst().or(() -> years(cell));
  }

  /** "2019", "2019–2021": in prose a number may be anything, in a column of dates it is a year. */
  private Optional<DateMention> years(Cell cell) {
    Matcher matcher = YEARS.matcher(words(cell));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    LocalDate from = LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 1);
    String last = Optional.ofNullable(matcher.group(2)).orElse(matcher.group(1));
    LocalDate until = LocalDate.of(Integer.parseInt(last), 12, 31);
    return until.isBefore(from) ? Optional.empty()
        : Optional.of(
            new DateMention(
                new Span(cell.start(), cell.end()),
                Optional.of(
                    matcher.group(2) == null ? TimeInterval.within(from, until) : TimeInterval.lasting(from, until)),
                words(cell)));
  }

  /** A status column has the word; else what has a date until the article's own has happened. */
  private Optional<Status> status(Row row, Kind kind, Optional<DateMention> date) {
    Status done = lexicon.kind(kind).done();
    if (row.has(Content.STATUS)) {
      return row.cells(Content.STATUS).stream().map(this::words).findFirst().flatMap(words -> told(words, done));
    }
    Optional<TimeInterval> when = date.or(() -> date(row, Content.IN_FORCE)).flatMap(DateMention::interval);
    Optional<LocalDate> published = article.issued();
    if (when.isEmpty()) {
      return Optional.empty();
    }
    if (published.isEmpty()) {
      return row.has(Content.SIGNED) || row.has(Content.IN_FORCE) ? Optional.of(done) : Optional.empty();
    }
    // The year of publication itself leaves open whether it was.
    return when.get().earliest().isAfter(published.get()) ? Optional.of(Status.PLANNED)
        : row.has(Content.DATE) && when.get().latest().isAfter(published.get()) ? Optional.empty()
        : Optional.of(done);
  }

  private String words(Cell cell) {
    return article.text().substring(cell.start(), cell.end());
  }

  /** "Expired": how it ended is told by the same word. */
  private Optional<Ending> ending(Row row, Status status) {
    return status == Status.ENDED
        ? row.cells(Content.STATUS).stream().map(this::words).findFirst().flatMap(RowReader::told)
            .flatMap(Told::ending)
        : Optional.empty();
  }

  private static Optional<Told> told(String words) {
    return STATUSES.stream().filter(told -> told.cell().matcher(words).matches()).findFirst();
  }

  private static Optional<Status> told(String words, Status done) {
    return told(words).map(told -> told.status().equals(DONE) ? done
        : Status.valueOf(told.status().toUpperCase(Locale.ROOT)));
  }

  private List<Stage> history(Row row, Kind kind, Evidence evidence) {
    List<Stage> steps = new ArrayList<>();
    if (kind == Kind.AGREEMENT) {
      step(row, Content.SIGNED, "signed", evidence).ifPresent(steps::add);
      step(row, Content.IN_FORCE, "in-force", evidence).ifPresent(steps::add);
    }
    return steps;
  }

  private Optional<Stage> step(Row row, Content content, String step, Evidence evidence) {
    return date(row, content).map(date -> new Stage(step, date.interval(), Optional.of(date.text()), evidence));
  }

  // ---- what

  private List<String> fields(Row row, Cell what, Kind kind, Optional<Trigger> trigger) {
    for (AnnotatedSentence sentence : row.in(what)) {
      BitSet all = new BitSet();
      all.set(0, sentence.graph().words().size());
      if (trigger.isPresent() && sentence.span().overlaps(trigger.get().span())) {
        return fields.read(sentence, trigger.get(), all, all);
      }
      Optional<String> main = fields.main(sentence);
      if (main.isPresent()) {
        return List.of(main.get());
      }
    }
    return List.of(lexicon.kind(kind).field());
  }

  private static Optional<Ending> ending(String[] fields) {
    return Arrays.stream(Ending.values()).filter(e -> fields.length > 2 && e.conceptName().equals(fields[2]))
        .findFirst();
  }

  private static List<Told> statuses() {
    InputStream in = Objects.requireNonNull(RowReader.class.getResourceAsStream("table-statuses.tsv"));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(line -> line.split("\t"))
          .map(fields -> new Told(Pattern.compile(fields[0], Pattern.CASE_INSENSITIVE), fields[1], ending(fields)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
