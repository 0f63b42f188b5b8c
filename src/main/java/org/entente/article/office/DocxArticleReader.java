package org.entente.article.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * Reads a Word document (DOCX): paragraphs with their styles, numbering and text out of {@code word/document.xml}. A
 * streaming XML parser over the zip is enough for that and stays small and bounded, where a full library would bring
 * fifteen megabytes for the parts of the format that we do not read.
 */
public final class DocxArticleReader implements ArticleReader {

  private static final String BODY = "word/document.xml";
  private static final String STYLES = "word/styles.xml";

  private final PlainTextLayout layout;

  public DocxArticleReader(PlainTextLayout layout) {
    this.layout = layout;
  }

  @Override
  public Draft read(RawDocument document) {
    BoundedZip zip = BoundedZip.read(document, List.of(BODY, STYLES));
    byte[] body = zip.entry(BODY).orElseThrow(() -> new ArticleFormatException(
        document.name() + " is a ZIP archive without a Word document in it",
        "unpack it and give the articles, or save the document as DOCX"));
    DocxStyles styles = zip.entry(STYLES).map(xml -> DocxStyles.read(xml, document)).orElse(DocxStyles.NONE);
    DocxBody read = DocxBody.read(body, document);
    return new Draft(
        Metadata.NONE, MarkedParagraphs.asItems(pieces(read.paragraphs(), styles)), read.tables());
  }

  private List<Piece> pieces(List<DocxParagraph> paragraphs, DocxStyles styles) {
    List<Piece> told = layout.pieces(lines(paragraphs));
    boolean sideBySide = told.size() == paragraphs.size();
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      DocxParagraph paragraph = paragraphs.get(i);
      Piece guess = sideBySide ? told.get(i) : Piece.paragraph(paragraph.text());
      boolean titled = pieces.stream().anyMatch(piece -> piece.is(Block.Kind.TITLE));
      pieces.add(declared(paragraph, styles, titled).orElse(titled && guess.is(Block.Kind.TITLE)
          ? Piece.paragraph(paragraph.text()) : guess));
    }
    return pieces;
  }

  private static List<String> lines(List<DocxParagraph> paragraphs) {
    List<String> lines = new ArrayList<>();
    paragraphs.forEach(paragraph -> {
      lines.add(paragraph.text());
      lines.add("");
    });
    return lines;
  }

  /** What the paragraph's style or numbering says it is; empty where it is plain. */
  private static Optional<Piece> declared(DocxParagraph paragraph, DocxStyles styles, boolean titled) {
    String style = styles.name(paragraph.style());
    String text = paragraph.text();
    if (paragraph.row()) {
      return Optional.of(Piece.row(text));
    }
    if (style.equals("title") || style.equals("heading 1") && !titled) {
      return Optional.of(titled ? Piece.heading(text, 1) : Piece.title(text));
    }
    if (style.matches("heading [1-6]")) {
      return Optional.of(Piece.heading(text, style.charAt(8) - '0'));
    }
    if (paragraph.listLevel() > 0 || style.startsWith("list bullet") || style.startsWith("list number")) {
      return Optional.of(Piece.item(text, Math.clamp(paragraph.listLevel(), 1, 6)));
    }
    if (style.equals("caption")) {
      return Optional.of(Piece.caption(text));
    }
    boolean heading = paragraph.bold() && titled && text.length() <= 100 && !text.matches(".*[.!;,]");
    return heading ? Optional.of(Piece.heading(text, 3)) : Optional.empty();
  }
}
