package org.entente.article.office;

import org.entente.article.ArticleReader;
import org.entente.article.Draft;
import org.entente.article.MarkedParagraphs;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;
import org.entente.article.text.PlainTextLayout;

/** Reads an RTF file: its paragraphs, whose kind is told as in plain text, and its tables. */
public final class RtfArticleReader implements ArticleReader {

  private final PlainTextLayout layout;

  public RtfArticleReader(PlainTextLayout layout) {
    this.layout = layout;
  }

  @Override
  public Draft read(RawDocument document) {
    RtfText text = RtfText.read(document);
    return new Draft(
        Metadata.NONE, MarkedParagraphs.asItems(new LaidOut(layout).of(text.pieces())), text.tablesLeftOut());
  }
}
