package org.entente.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms of words that the parser's model does not know, from {@code morphology.tsv}, which explains its form. */
final class Morphology {

  private static final String FILE = "morphology.tsv";

  private enum Line {
    CONTRACTION,
    ENDING,
    STEM,
    PLURAL,
    BRITISH,
    SUFFIX,
    SPELLING,
    TITLE
  }

  private final Map<Line, List<WordTable.Row>> rows = new EnumMap<>(Line.class);
  private final Map<String, String> contractions;
  private final Map<String, List<String>> endings;
  private final Set<String> titles;
  private final Pattern british;
  private final String american;

  private Morphology(WordTable table) {
    table.rows().forEach(
        row -> rows.computeIfAbsent(row.constant(0, Line.class), line -> new ArrayList<>()).add(row));
    contractions =
        rows(Line.CONTRACTION).stream().collect(Collectors.toUnmodifiableMap(row -> row.cell(1), row -> row.cell(2)));
    endings =
        rows(Line.ENDING).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.cell(1), Collectors.mapping(row -> row.cell(2), Collectors.toUnmodifiableList())));
    titles = rows(Line.TITLE).stream().map(row -> row.cell(1)).collect(Collectors.toUnmodifiableSet());
    WordTable.Row spelling = rows(Line.SPELLING).getFirst();
    british =
        Pattern.compile(
            "(\\w{2,}(?:" + either(Line.BRITISH) + "))" + spelling.cell(1) + "(" + either(Line.SUFFIX) + ")",
            Pattern.CASE_INSENSITIVE);
    american = "$1" + spelling.cell(2) + "$2";
  }

  static Morphology bundled() {
    return new Morphology(WordTable.bundled(FILE, 3));
  }

  private List<WordTable.Row> rows(Line line) {
    return rows.getOrDefault(line, List.of());
  }

  private String either(Line line) {
    return rows(line).stream().map(row -> row.cell(1)).collect(Collectors.joining("|"));
  }

  /** The verb that a contraction stands for. */
  Optional<String> uncontracted(String lemma) {
    return Optional.ofNullable(contractions.get(lemma.replace('’', '\'')));
  }

  /** Endings of regular verbs with that tag. */
  List<String> endings(String tag) {
    return endings.getOrDefault(tag, List.of());
  }

  /** A stem, and as it was where it lost something before the ending. */
  List<String> stems(String stem) {
    List<String> all = new ArrayList<>(List.of(stem));
    rows(Line.STEM).forEach(row -> all.add(stem + row.cell(1)));
    return all;
  }

  /** Whether capitals with a full stop are a title before a name rather than initials: "DR. MENSAH". */
  boolean standsBeforeName(String capitals) {
    return titles.contains(capitals);
  }

  /** A word with the ending of the plural, which is that of the third person too. */
  String plural(String word) {
    return word + rows(Line.PLURAL).getFirst().cell(1);
  }

  /** A verb in American spelling: the model was trained on it, and takes "normalised" for an adjective. */
  String american(String form) {
    Matcher match = british.matcher(form);
    return match.matches() ? match.replaceFirst(american) : form;
  }
}
