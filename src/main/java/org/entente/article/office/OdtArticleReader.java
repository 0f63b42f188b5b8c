package org.entente.article.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamReader;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleReader;
import org.entente.article.Block;
import org.entente.article.BoundedInput;
import org.entente.article.Draft;
import org.entente.article.MarkedParagraphs;
import org.entente.article.Metadata;
import org.entente.article.NormalForm;
import org.entente.article.Piece;
import org.entente.article.RawDocument;
import org.entente.article.text.PlainTextLayout;

/**
 * Reads an OpenDocument text (ODT): its headings, paragraphs and list items out of {@code content.xml}. Deleted text,
 * notes, comments and drawings are left out; tables are read as those of Word documents are.
 */
public final class OdtArticleReader implements ArticleReader {

  static final String BODY = "content.xml";
  private static final Set<String> SKIPPED =
      Set.of("tracked-changes", "note", "annotation", "frame", "custom-shape", "sequence-decls", "table-of-content");
  private static final int MOST_PARAGRAPHS = 20_000;

  private final PlainTextLayout layout;

  public OdtArticleReader(PlainTextLayout layout) {
    this.layout = layout;
  }

  @Override
  public Draft read(RawDocument document) {
    byte[] body = BoundedZip.read(document, List.of(BODY)).entry(BODY).orElseThrow(() -> new ArticleFormatException(
        document.name() + " is a ZIP archive without a text document in it", "unpack it and give the articles"));
    Paragraphs found = new Paragraphs(document);
    HardenedXml.read(body, document, found);
    List<Piece> pieces = found.tables.paragraphs();
    boolean declared = pieces.stream().anyMatch(piece -> piece.is(Block.Kind.TITLE) || piece.is(Block.Kind.HEADING));
    return new Draft(Metadata.NONE,
        MarkedParagraphs.asItems(declared ? titled(pieces) : new LaidOut(layout).of(pieces)),
        found.tables.leftOut());
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

  private static final class Paragraphs implements HardenedXml.Listener {

    private final RawDocument document;
    private final OfficeTables<Piece> tables = new OfficeTables<>(Piece::text, Function.identity());
    private final StringBuilder words = new StringBuilder();
    private String style = "";
    private int level;
    private int lists;
    private int skipping;
    /** The places to the right that the cell before covers too. */
    private int covered;
    private boolean inText;
    private boolean titled;

    Paragraphs(RawDocument document) {
      this.document = document;
    }

    @Override
    public void start(String name, XMLStreamReader element) {
      if (skipping > 0 || SKIPPED.contains(name)) {
        skipping++;
        return;
      }
      switch (name) {
        case "list" -> lists++;
        case "p", "h" -> {
          inText = true;
          level = name.equals("h") ? level(HardenedXml.attribute(element, "outline-level").orElse("1")) : 0;
          style = HardenedXml.attribute(element, "style-name").orElse("");
        }
        case "s", "tab", "line-break" -> words.append(' ');
        case "table" -> tables.begin();
        case "table-row" -> tables.tell(OfficeTable::beginRow);
        case "table-cell", "covered-table-cell" -> cell(name, element);
        default -> {}
      }
    }

    /** A cell, or a place that a cell before or above it covers. */
    private void cell(String name, XMLStreamReader element) {
      if (name.equals("covered-table-cell") && covered > 0) {
        covered--;
        return;
      }
      tables.tell(OfficeTable::beginCell);
      if (name.equals("covered-table-cell")) {
        tables.tell(OfficeTable::goesOn);
      }
      String columns = HardenedXml.attribute(element, "number-columns-spanned")
          .or(() -> HardenedXml.attribute(element, "number-columns-repeated")).orElse("1");
      covered = HardenedXml.attribute(element, "number-columns-spanned").filter(number -> number.matches("\\d{1,2}"))
          .map(number -> Integer.parseInt(number) - 1).orElse(0);
      tables.tell(table -> table.span(columns));
    }

    private static int level(String value) {
      return value.matches("[1-9]") ? Math.min(6, value.charAt(0) - '0') : 6;
    }

    @Override
    public void end(String name) {
      if (skipping > 0) {
        skipping--;
        return;
      }
      switch (name) {
        case "list" -> lists--;
        case "p", "h" -> finish();
        case "table" -> tables.end();
        default -> {}
      }
    }

    @Override
    public void text(String text) {
      if (inText && skipping == 0) {
        words.append(text);
      }
    }

    private void finish() {
      String text = NormalForm.of(words.toString());
      if (!text.isEmpty()) {
        BoundedInput.requireAtMost(MOST_PARAGRAPHS, tables.size(), "paragraphs", document.name());
        Piece piece = style.equals("Title") && !titled ? Piece.title(text)
            : level > 0 ? Piece.heading(text, level)
            : lists > 0 ? Piece.item(text, Math.min(6, lists)) : Piece.paragraph(text);
        titled |= piece.is(Block.Kind.TITLE);
        tables.add(piece);
      }
      words.setLength(0);
      inText = false;
    }
  }
}
