package org.entente.article.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.article.Block;
import org.entente.article.Piece;
import org.entente.article.text.Dialogue;

/** Joins pieces to the article's text and keeps count of sections, paragraphs, lists and speakers on the way. */
final class TextBuilder {

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Block> open = new ArrayList<>();
  private final Dialogue dialogue;
  private Optional<String> speaker = Optional.empty();
  private int paragraphs;
  private int lists;
  private boolean inList;

  TextBuilder(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /**
   * @param skipped how many characters at the piece's start are a dateline
   */
  void add(Piece piece, int skipped) {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    int start = text.length();
    text.append(piece.text());
    switch (piece.kind()) {
      case TITLE -> addBlock(piece, start, Optional.empty(), 0, 0);
      case HEADING -> addHeading(piece, start);
      case LIST_ITEM -> {
        lists += inList ? 0 : 1;
        addBlock(piece, start, section(), ++paragraphs, lists);
      }
      case CAPTION, ROW -> addBlock(piece, start, section(), ++paragraphs, 0);
      case PARAGRAPH -> addParagraph(piece, start + skipped);
    }
    inList = piece.is(Block.Kind.LIST_ITEM);
  }

  private void addHeading(Piece piece, int start) {
    while (!open.isEmpty() && open.getLast().level() >= piece.level()) {
      open.removeLast();
    }
    addBlock(piece, start, section(), 0, 0);
    open.add(blocks.getLast());
  }

  /** In a dialogue a paragraph without a label goes on with the last speaker's words. */
  private void addParagraph(Piece piece, int start) {
    Optional<Dialogue.Turn> turn = dialogue.turn(piece.text());
    speaker = turn.map(Dialogue.Turn::speaker).or(() -> speaker);
    addBlock(piece, turn.map(found -> start + found.start()).orElse(start), section(), ++paragraphs, 0);
  }

  private void addBlock(Piece piece, int start, Optional<String> section, int paragraph, int list) {
    Optional<String> who = piece.is(Block.Kind.PARAGRAPH) ? speaker : Optional.empty();
    blocks.add(new Block(piece.kind(), start, text.length(), section, paragraph, piece.level(), list, who));
  }

  /** The heading as it is read, without the colon that leads over to a list. */
  private Optional<String> section() {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Block heading = open.getLast();
    String words = text.substring(heading.start(), heading.end());
    return Optional.of(words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words);
  }

  String text() {
    return text.toString();
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
