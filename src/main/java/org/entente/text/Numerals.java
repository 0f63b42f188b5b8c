package org.entente.text;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers in words, from {@code numbers.tsv}: "twelve", "a", "third". */
public final class Numerals {

  private static final String FILE = "numbers.tsv";

  /** What kind of number a word is. */
  public enum Form {
    CARDINAL,
    /** An article that counts as one before a unit: "a year ago". */
    ARTICLE,
    /** "last" is -1. */
    ORDINAL
  }

  private final Map<Form, Map<String, Integer>> values = new EnumMap<>(Form.class);

  private Numerals(WordTable table) {
    for (WordTable.Row row : table.rows()) {
      values.computeIfAbsent(row.constant(0, Form.class), form -> new LinkedHashMap<>())
          .put(row.cell(1), row.number(2));
    }
  }

  public static Numerals bundled() {
    return new Numerals(WordTable.bundled(FILE, 3));
  }

  /** The words of one form with their values, in the order of the table. */
  public Map<String, Integer> all(Form form) {
    return values.getOrDefault(form, Map.of());
  }

  /** The value of a cardinal number in words. */
  public Optional<Integer> cardinal(String word) {
    return Optional.ofNullable(all(Form.CARDINAL).get(word.toLowerCase(Locale.ROOT)));
  }
}
