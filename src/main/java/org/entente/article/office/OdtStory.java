package org.entente.article.office;

import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.entente.article.Block;
import org.entente.article.NormalForm;
import org.entente.article.Piece;
import org.entente.article.RawDocument;

/** One flow of text of an OpenDocument, its body or a text box. */
final class OdtStory extends OfficeStory<OdtStory.Paragraph> {

  private static final Set<String> CAPTIONS = Set.of("Caption", "Illustration", "Figure", "Drawing", "Photo");

  /** Of the styles that the document makes for single paragraphs, the ones they are made of. */
  private final Map<String, String> styles;
  private final StringBuilder words = new StringBuilder();
  private String style = "";
  private int level;
  private int lists;
  /** The places to the right that the cell before covers too. */
  private int covered;
  private boolean inText;
  private boolean titled;

  /**
   * A paragraph, heading or item.
   *
   * @param boxed whether it stands in a text box
   */
  record Paragraph(Piece piece, boolean boxed) {}

  /**
   * @param styles what is known of the document's own styles, which all its flows share
   * @param boxed whether it is a text box
   */
  OdtStory(RawDocument document, Map<String, String> styles, boolean boxed) {
    super(document, boxed, paragraph -> paragraph.piece().text(), piece -> new Paragraph(piece, false));
    this.styles = styles;
  }

  /** One that stands on a page and in no paragraph is read at once. */
  @Override
  void add(OfficeStory<Paragraph> box) {
    super.add(box);
    if (!inText) {
      close();
    }
  }

  @Override
  public void start(String name, XMLStreamReader element) {
    switch (name) {
      case "style" -> HardenedXml.attribute(element, "parent-style-name").ifPresent(
          parent -> styles.put(HardenedXml.attribute(element, "name").orElse(""), parent));
      case "list" -> lists++;
      case "p", "h" -> {
        inText = true;
        level = name.equals("h") ? level(HardenedXml.attribute(element, "outline-level").orElse("1")) : 0;
        String own = HardenedXml.attribute(element, "style-name").orElse("");
        style = styles.getOrDefault(own, own);
      }
      case "s", "tab", "line-break" -> words.append(' ');
      case "table" -> tables().begin();
      case "table-row" -> tables().tell(OfficeTable::beginRow);
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
    tables().tell(OfficeTable::beginCell);
    if (name.equals("covered-table-cell")) {
      tables().tell(OfficeTable::goesOn);
    }
    String columns = HardenedXml.attribute(element, "number-columns-spanned")
        .or(() -> HardenedXml.attribute(element, "number-columns-repeated")).orElse("1");
    covered = HardenedXml.attribute(element, "number-columns-spanned").filter(number -> number.matches("\\d{1,2}"))
        .map(number -> Integer.parseInt(number) - 1).orElse(0);
    tables().tell(table -> table.span(columns));
  }

  private static int level(String value) {
    return value.matches("[1-9]") ? Math.min(6, value.charAt(0) - '0') : 6;
  }

  @Override
  public void end(String name) {
    switch (name) {
      case "list" -> lists--;
      case "p", "h" -> finish();
      case "table" -> tables().end();
      default -> {}
    }
  }

  @Override
  public void text(String text) {
    if (inText) {
      words.append(text);
    }
  }

  private void finish() {
    String text = NormalForm.of(words.toString());
    if (!text.isEmpty()) {
      Piece piece = piece(text);
      titled |= piece.is(Block.Kind.TITLE);
      add(new Paragraph(piece, isBoxed()));
    }
    words.setLength(0);
    inText = false;
    close();
  }

  private Piece piece(String text) {
    if (style.equals("Title") && !titled && !isBoxed()) {
      return Piece.title(text);
    }
    if (CAPTIONS.contains(style)) {
      return Piece.caption(text);
    }
    return level > 0 ? Piece.heading(text, level)
        : lists > 0 ? Piece.item(text, Math.min(6, lists)) : Piece.paragraph(text);
  }
}
