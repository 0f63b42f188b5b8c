package org.entente.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of words of the language that articles are written in: lines of cells parted by tabs, {@code #} begins a
 * remark. What the cells mean is for its reader to say, who refuses a line with {@link Row#refused}.
 *
 * @param rows in the order of the file
 */
public record WordTable(List<Row> rows) {

  private static final String FOLDER = "/org/entente/lexicon/en/";

  public WordTable {
    rows = List.copyOf(rows);
  }

  /**
   * One line.
   *
   * @param file the table's name, for messages
   * @param number its line, from 1
   */
  public record Row(String file, int number, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    public String cell(int column) {
      return cells.get(column);
    }

    /** The constant that a cell names in lower case, with hyphens for underscores. */
    public <E extends Enum<E>> E constant(int column, Class<E> type) {
      String name = cell(column).toUpperCase(Locale.ROOT).replace('-', '_');
      return Stream.of(type.getEnumConstants())
          .filter(constant -> constant.name().equals(name))
          .findFirst()
          .orElseThrow(() -> refused("\"" + cell(column) + "\"", "it is one of " + names(type)));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
      return Stream.of(type.getEnumConstants())
          .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining(", "));
    }

    /** The whole number in a cell. */
    public int number(int column) {
      try {
        return Integer.parseInt(cell(column));
      } catch (NumberFormatException e) {
        throw refused("\"" + cell(column) + "\" in column " + (column + 1), "give a whole number");
      }
    }

    /** The exception for this line. */
    public WordTableException refused(String what, String advice) {
      return new WordTableException(file + " line " + number + ": " + what, advice);
    }
  }

  /**
   * A table that comes with the program.
   *
   * @param file its name among those of the language
   * @param columns how many cells each line has
   * @throws WordTableException where a line has more or fewer
   */
  public static WordTable bundled(String file, int columns) {
    InputStream in = WordTable.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new WordTableException("the program lacks its table " + file, "build the program anew");
    }
    return read(new InputStreamReader(in, StandardCharsets.UTF_8), file, columns);
  }

  /** A table from anywhere. */
  public static WordTable read(Reader from, String file, int columns) {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(from)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(row(line, file, number, columns));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
    return new WordTable(rows);
  }

  private static Row row(String line, String file, int number, int columns) {
    Row row = new Row(file, number, List.of(line.split("\t", -1)));
    if (row.cells().size() != columns) {
      throw row.refused(row.cells().size() + " cells", "a line has " + columns + " cells, parted by tabs");
    }
    return row;
  }

  /** The rows whose first cell is that word. */
  public Stream<Row> rows(String kind) {
    return rows.stream().filter(row -> row.cell(0).equals(kind));
  }
}
