package org.entente.article.office;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.entente.article.BoundedInput;
import org.entente.article.Piece;
import org.entente.article.RawDocument;

/**
 * One flow of text of a word processor's document, its body or a text box: its paragraphs and tables while they are read.
 *
 * @param <P> what a paragraph is
 */
abstract class OfficeStory<P> implements HardenedXml.Listener {

  private static final int MOST_PARAGRAPHS = 20_000;

  private final RawDocument document;
  private final boolean boxed;
  private final OfficeTables<P> tables;
  private final List<P> boxes = new ArrayList<>();

  /**
   * @param boxed whether it is a text box
   * @param words of a paragraph
   * @param paragraph that a row or a sentence of a table becomes
   */
  OfficeStory(RawDocument document, boolean boxed, Function<P, String> words, Function<Piece, P> paragraph) {
    this.document = document;
    this.boxed = boxed;
    this.tables = new OfficeTables<>(words, paragraph);
  }

  List<P> paragraphs() {
    return tables.paragraphs();
  }

  int tablesLeftOut() {
    return tables.leftOut();
  }

  final boolean isBoxed() {
    return boxed;
  }

  final OfficeTables<P> tables() {
    return tables;
  }

  final void add(P paragraph) {
    BoundedInput.requireAtMost(MOST_PARAGRAPHS, tables.size(), "paragraphs", document.name());
    tables.add(paragraph);
  }

  /** A text box that stands in the paragraph; it is read behind it. */
  void add(OfficeStory<P> box) {
    boxes.addAll(box.paragraphs());
  }

  /** The paragraph is over, or the whole flow, and with it the text boxes that stand in it. */
  void close() {
    boxes.forEach(tables::add);
    boxes.clear();
  }
}
