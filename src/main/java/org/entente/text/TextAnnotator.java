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
   * @return its sentences in order; their offsets count in {@code text}
   */
  List<Sentence> annotate(String text, Span block);
}
