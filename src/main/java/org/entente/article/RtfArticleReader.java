package org.entente.article;

import java.util.List;

/** Reads an RTF file: its paragraphs, whose kind is told as in plain text. */
final class RtfArticleReader implements ArticleReader {

  private final PlainTextLayout layout;

  RtfArticleReader(PlainTextLayout layout) {
    this.layout = layout;
  }

  @Override
  public Draft read(RawDocument document) {
    List<String> lines = RtfText.paragraphs(document).stream().flatMap(p -> List.of(p, "").stream()).toList();
    return new Draft(Metadata.NONE, MarkedParagraphs.asItems(layout.pieces(lines)));
  }
}
