package org.entente.article.office;

import java.util.ArrayList;
import java.util.List;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleReader;
import org.entente.article.Block;
import org.entente.article.Draft;
import org.entente.article.MarkedParagraphs;
import org.entente.article.Metadata;
import org.entente.article.Piece;
import org.entente.article.RawDocument;
import org.entente.article.text.PlainTextLayout;

/**
 * Reads an OpenDocument text (ODT): its headings, paragraphs and list items out of {@code content.xml}. Tables and text
 * boxes are read as those of Word documents are.
 */
public final class OdtArticleReader implements ArticleReader {

  static final String BODY = "content.xml";

  private final PlainTextLayout layout;

  public OdtArticleReader(PlainTextLayout layout) {
    this.layout = layout;
  }

  @Override
  public Draft read(RawDocument document) {
    byte[] body = BoundedZip.read(document, List.of(BODY)).entry(BODY).orElseThrow(() -> new ArticleFormatException(
        document.name() + " is a ZIP archive without a text document in it", "unpack it and give the articles"));
    OdtBody found = OdtBody.read(body, document);
    List<Piece> pieces = found.pieces();
    boolean declared = pieces.stream().anyMatch(piece -> piece.is(Block.Kind.TITLE) || piece.is(Block.Kind.HEADING));
    return new Draft(Metadata.NONE,
        MarkedParagraphs.asItems(declared ? titled(pieces) : new LaidOut(layout).of(pieces)),
        found.tables());
  }

  /** Where nothing is called a title, the first heading over the text is one. */
  private static List<Piece> titled(List<Piece> pieces) {
    List<Piece> out = new ArrayList<>(pieces);
    boolean titled = pieces.stream().anyMatch(piece -> piece.is(Block.Kind.TITLE));
    if (!titled && pieces.getFirst().is(Block.Kind.HEADING)) {
      out.set(0, Piece.title(pieces.getFirst().text()));
    }
    return out;
  }
}
