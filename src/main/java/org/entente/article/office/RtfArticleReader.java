package org.entente.article.office;

import java.util.List;
import org.entente.article.ArticleReader;
import org.entente.article.Draft;
import org.entente.article.MarkedParagraphs;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;
import org.entente.article.text.PlainTextLayout;

/** Reads an RTF file: its paragraphs, whose kind is told as in plain text. */
public final class RtfArticleReader implements ArticleReader {

  private final PlainTextLayout layout;

  public RtfArticleReader(PlainTextLayout layout) {
    this.layout = layout;
  }

  @Override
  public Draft read(RawDocument document) {
    List<String> lines = RtfText.paragraphs(document).stream().flatMap(p -> List.of(p, "").stream()).toList();
    return new Draft(Metadata.NONE, MarkedParagraphs.asItems(layout.pieces(lines)));
  }
}
