package org.entente.article.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.article.Piece;

/**
 * The paragraphs of a word processor's document while it is read: those outside of tables, and what is read of tables,
 * which may stand in each other.
 *
 * @param <P> what a paragraph is
 */
final class OfficeTables<P> {

  private final Function<P, String> words;
  private final Function<Piece, P> paragraph;
  private final Deque<OfficeTable<P>> open = new ArrayDeque<>();
  private final List<P> paragraphs = new ArrayList<>();
  private int leftOut;

  /**
   * @param words of a paragraph
   * @param paragraph that a row or a sentence of a table becomes
   */
  OfficeTables(Function<P, String> words, Function<Piece, P> paragraph) {
    this.words = words;
    this.paragraph = paragraph;
  }

  void begin() {
    open.push(new OfficeTable<>(words, paragraph));
  }

  boolean areOpen() {
    return !open.isEmpty();
  }

  /** Tells the innermost table something; nothing outside of tables. */
  void tell(Consumer<OfficeTable<P>> what) {
    Optional.ofNullable(open.peek()).ifPresent(what);
  }

  void add(P added) {
    if (open.isEmpty()) {
      paragraphs.add(added);
    } else {
      open.peek().add(added);
    }
  }

  /** The innermost table is over; what is read of it stands where it stood. */
  void end() {
    if (open.isEmpty()) {
      return;
    }
    OfficeTable<P> table = open.pop();
    Optional<List<P>> records = table.records();
    leftOut += records.isEmpty() && table.isData() ? 1 : 0;
    records.orElseGet(table::paragraphs).forEach(this::add);
  }

  List<P> paragraphs() {
    return List.copyOf(paragraphs);
  }

  int size() {
    return paragraphs.size();
  }

  /** How many tables are left out, but for the sentences in them. */
  int leftOut() {
    return leftOut;
  }
}
