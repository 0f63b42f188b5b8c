package org.entente.article;

/** Reads one format: bytes in, pieces and metadata out. Normalisation and numbering are the assembler's. */
public interface ArticleReader {

  /**
   * @throws ArticleFormatException when the bytes are not a readable article in this format
   */
  Draft read(RawDocument document);
}
