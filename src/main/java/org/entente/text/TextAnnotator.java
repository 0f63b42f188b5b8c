package org.entente.text;

import java.util.List;

/**
 * Turns a block of an article (paragraph, list item, caption) into parsed sentences. Implementations are safe to use
 * from several threads and load their model once.
 */
public interface TextAnnotator {

  /**
   * @param text the article's normalised text
   * @param block the part of it to read
   * @return its sentences in order, without those that {@link #passedOver} gives; their offsets count in {@code text}
   */
  List<Sentence> annotate(String text, Span block);

  /**
   * The sentences of a block that are too long to be parsed in bounded time, as a table without full stops or a file
   * that is no text may have.
   *
   * @param text the article's normalised text
   * @param block the part of it to look at
   */
  default List<Span> passedOver(String text, Span block) {
    return List.of();
  }
}
