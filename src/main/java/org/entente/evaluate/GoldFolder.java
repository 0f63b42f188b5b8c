package org.entente.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/**
 * Reads a folder of annotated articles: {@code index.tsv} with a column {@code file} that lists them and perhaps one {@code date}, and beside each
 * article a table of the same name with the extension {@code .tsv}. Without an index every table is one, with the one
 * other file of its name. Tables have a header line; columns are known by name, in any order:
 * {@code id kind states others status field from to place anchor}.
 */
public final class GoldFolder {

  private static final String INDEX = "index.tsv";
  private static final String ADVICE =
      "A gold folder has a table beside each article (report.txt, report.tsv) and an index.tsv that lists the articles.";

  private GoldFolder() {}

  public static List<GoldArticle> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new GoldException(folder + " is not a folder", ADVICE);
    }
    Path index = folder.resolve(INDEX);
    List<GoldArticle> articles = Files.exists(index) ? listed(index) : unlisted(folder);
    if (articles.isEmpty()) {
      throw new GoldException(folder + " holds no annotated article", ADVICE);
    }
    return articles;
  }

  private static List<GoldArticle> listed(Path index) {
    return table(index).stream()
        .map(line -> article(index.resolveSibling(line.text("file")), line.dateIfAny("date")))
        .toList();
  }

  private static List<GoldArticle> unlisted(Path folder) {
    return tables(folder).stream().map(table -> article(articleBeside(table), Optional.empty())).toList();
  }

  private static List<Path> tables(Path folder) {
    return files(folder).stream().filter(file -> file.getFileName().toString().endsWith(".tsv")).toList();
  }

  private static Path articleBeside(Path table) {
    String stem = stem(table);
    return files(Objects.requireNonNull(table.toAbsolutePath().getParent())).stream()
        .filter(file -> stem(file).equals(stem) && !file.getFileName().equals(table.getFileName()))
        .findFirst()
        .orElseThrow(() -> new GoldException("there is no article beside " + table, ADVICE));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new GoldException("cannot list " + folder, "Check that the folder may be read.", e);
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static GoldArticle article(Path file, Optional<LocalDate> date) {
    if (!Files.isRegularFile(file)) {
      throw new GoldException("there is no article " + file + ", which the index lists", ADVICE);
    }
    Path table = file.resolveSibling(stem(file) + ".tsv");
    return new GoldArticle(file.getFileName().toString(), file, date, rows(table));
  }

  static List<GoldRow> rows(Path table) {
    List<GoldRow> rows = table(table).stream().map(GoldFolder::row).toList();
    Set<String> ids = new HashSet<>();
    for (GoldRow row : rows) {
      if (!ids.add(row.id())) {
        throw new GoldException(table + " has two rows " + row.id(), "Give every row an id of its own.");
      }
    }
    return rows;
  }

  private static GoldRow row(Line line) {
    return new GoldRow(
        line.text("id"),
        kind(line),
        new TreeSet<>(line.list("states", "\\+")),
        line.list("others", ";"),
        status(line),
        line.text("field"),
        when(line),
        line.list("place", ";"),
        line.text("anchor"),
        line.list("roles", ";", List.of()),
        line.textOr("trigger", ""));
  }

  private static Kind kind(Line line) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.className().equals(line.text("kind")))
        .findFirst()
        .orElseThrow(() -> line.refused("kind", "Kinds are the class names of the ontology."));
  }

  private static Status status(Line line) {
    return Arrays.stream(Status.values())
        .filter(status -> status.conceptName().equals(line.text("status").toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> line.refused("status", "Statuses are the concepts of the ontology's status scheme."));
  }

  /** A row with only one of the two dates is about that day. */
  private static Optional<TimeInterval> when(Line line) {
    Optional<LocalDate> from = line.date("from");
    Optional<LocalDate> to = line.date("to");
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    LocalDate earliest = from.or(() -> to).orElseThrow();
    LocalDate latest = to.or(() -> from).orElseThrow();
    if (latest.isBefore(earliest)) {
      throw line.refused("to", "A row's \"to\" is not before its \"from\".");
    }
    return Optional.of(TimeInterval.within(earliest, latest));
  }

  private static List<Line> table(Path file) {
    List<String> lines = lines(file);
    List<String> header = lines.isEmpty() ? List.of() : cells(lines.getFirst());
    List<Line> table = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        table.add(Line.of(file, i + 1, header, cells(lines.get(i))));
      }
    }
    return table;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new GoldException("cannot read " + file, ADVICE, e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
  }

  /** One line of a table, its cells known by the header's names. */
  private record Line(Path file, int number, Map<String, String> cells) {

    static Line of(Path file, int number, List<String> header, List<String> values) {
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < header.size() && i < values.size(); i++) {
        cells.put(header.get(i), values.get(i));
      }
      return new Line(file, number, cells);
    }

    String text(String column) {
      String value = cells.get(column);
      if (value == null) {
        throw new GoldException(
            file + " line " + number + " has no column \"" + column + "\"",
            "Columns are parted by tabs and named in the first line.");
      }
      return value;
    }

    String textOr(String column, String otherwise) {
      return cells.getOrDefault(column, otherwise);
    }

    List<String> list(String column, String separator, List<String> otherwise) {
      return cells.containsKey(column) ? list(column, separator) : otherwise;
    }

    List<String> list(String column, String separator) {
      return Arrays.stream(text(column).split(separator)).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    Optional<LocalDate> dateIfAny(String column) {
      return cells.containsKey(column) ? date(column) : Optional.empty();
    }

    Optional<LocalDate> date(String column) {
      String value = text(column);
      try {
        return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
      } catch (DateTimeParseException e) {
        throw refused(column, "Dates are written as 2018-08-10.");
      }
    }

    GoldException refused(String column, String advice) {
      return new GoldException(
          "%s line %d: \"%s\" is no %s".formatted(file, number, cells.get(column), column), advice);
    }
  }
}
