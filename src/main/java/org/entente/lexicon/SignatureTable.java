package org.entente.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.undertaking.Kind;

/** Reads a table of signatures; its columns are explained at the head of the bundled one. */
final class SignatureTable {

  private static final String HEADER = "word\tgoverns\taffirmed\tnegated\tkinds\tstage\texample";
  private static final Set<String> STAGES =
      Set.of("initialled", "signed", "ratified", "in-force", "suspended", "lapsed");
  private static final int COLUMNS = 7;

  private final String file;
  private final List<Signature> signatures = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private SignatureTable(String file) {
    this.file = file;
  }

  /**
   * @param file its name, for messages
   */
  static List<Signature> read(Reader from, String file) {
    SignatureTable table = new SignatureTable(file);
    try (BufferedReader lines = new BufferedReader(from)) {
      int number = 0;
      boolean headed = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (headed) {
          table.line(line, number);
        } else {
          table.header(line, number);
          headed = true;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.signatures;
  }

  private void header(String line, int number) {
    if (!line.equals(HEADER)) {
      throw refused(number, "the table does not begin with its header", "the first line is, parted by tabs: " + HEADER);
    }
  }

  private void line(String line, int number) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw refused(number, cells.length + " cells",
          "a line has " + COLUMNS + " cells, parted by tabs; empty ones count");
    }
    Set<Signature.Governs> governs =
        list(cells[1]).map(g -> constant(Signature.Governs.class, g, number))
            .collect(Collectors.toCollection(HashSet::new));
    if (cells[0].isBlank() || governs.isEmpty()) {
      throw refused(number, "no word or nothing that it governs",
          "say which word, and in which construction it governs");
    }
    if (!seen.add(cells[0] + "\t" + cells[1] + "\t" + cells[4])) {
      throw refused(number, "\"" + cells[0] + "\" twice for the same constructions and kinds", "join the two lines");
    }
    signatures.add(
        new Signature(
            Arrays.asList(cells[0].split(" ")),
            governs,
            constant(Signature.Says.class, cells[2], number),
            constant(Signature.Says.class, cells[3], number),
            list(cells[4]).map(k -> kind(k, number)).collect(Collectors.toSet()),
            stage(cells[5], number),
            cells[6]));
  }

  private Kind kind(String name, int number) {
    return Kind.of(name)
        .orElseThrow(
            () -> refused(number, "the kind \"" + name + "\"",
                "kinds are " + Arrays.stream(Kind.values()).map(Kind::className).toList()));
  }

  private Optional<String> stage(String cell, int number) {
    if (!cell.isEmpty() && !STAGES.contains(cell)) {
      throw refused(number, "the stage \"" + cell + "\"",
          "stages are " + String.join(", ", STAGES.stream().sorted().toList()));
    }
    return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
  }

  private static Stream<String> list(String cell) {
    return Arrays.stream(cell.split(",")).map(String::strip).filter(s -> !s.isEmpty());
  }

  private <E extends Enum<E>> E constant(Class<E> type, String name, int number) {
    return EnumSet.allOf(type).stream()
        .filter(e -> dashed(e).equals(name))
        .findFirst()
        .orElseThrow(
            () -> refused(
                number,
                "\"" + name + "\"",
                "it is one of " + EnumSet.allOf(type).stream().map(SignatureTable::dashed).toList()));
  }

  private static String dashed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private LexiconException refused(int number, String what, String advice) {
    return new LexiconException(file + " line " + number + ": " + what, advice);
  }
}
