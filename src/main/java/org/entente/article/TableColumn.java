package org.entente.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column of a table is about, as its header says, by {@code table-columns.tsv}.
 *
 * @param lists the class of the undertakings that it lists, by the ontology's name, where the header says so
 */
public record TableColumn(Content content, Optional<String> lists) {

  /** What stands in a column's cells. */
  public enum Content {
    /** Who takes part, alike. */
    PARTIES,
    VISITOR,
    HOST,
    PROVIDER,
    RECIPIENT,
    /** What they did, agreed or plan. */
    UNDERTAKING,
    /** When that was or will be. */
    DATE,
    /** When it was signed, held or delivered: it was. */
    SIGNED,
    IN_FORCE,
    STATUS,
    /** Something that a record does not need. */
    OTHER
  }

  private static final TableColumn OTHER = new TableColumn(Content.OTHER, Optional.empty());
  private static final int LONGEST = 60;

  private record Entry(TableColumn column, Pattern header) {

    static Entry of(String line) {
      String[] fields = line.split("\t");
      Optional<String> lists = fields.length > 2 ? Optional.of(fields[2]) : Optional.empty();
      return new Entry(
          new TableColumn(Content.valueOf(fields[0]), lists), Pattern.compile(fields[1], Pattern.CASE_INSENSITIVE));
    }
  }

  private static final List<Entry> ENTRIES = WordList.read("table-columns.tsv").stream().map(Entry::of).toList();

  static TableColumn of(String header) {
    String words = header.replaceAll("\\([^()]*\\)|\\[[^\\[\\]]*\\]|[*†:.]", " ").replaceAll("\\s+", " ").strip();
    return words.length() > LONGEST ? OTHER
        : ENTRIES.stream().filter(entry -> entry.header().matcher(words).matches()).findFirst().map(Entry::column)
            .orElse(OTHER);
  }

  boolean is(Content other) {
    return content == other;
  }

  /** Whether it names actors. */
  public boolean namesActors() {
    return switch (content) {
      case PARTIES, VISITOR, HOST, PROVIDER, RECIPIENT -> true;
      case UNDERTAKING, DATE, SIGNED, IN_FORCE, STATUS, OTHER -> false;
    };
  }

  /** Whether it tells when, or where a thing stands. */
  boolean tellsWhen() {
    return switch (content) {
      case DATE, SIGNED, IN_FORCE, STATUS -> true;
      case PARTIES, VISITOR, HOST, PROVIDER, RECIPIENT, UNDERTAKING, OTHER -> false;
    };
  }
}
