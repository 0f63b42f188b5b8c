package org.entente.article.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;

/** Tables and text boxes of documents that LibreOffice (ODT) and Word (DOCX, RTF) write. */
class OfficeTablesTest {

  private static final String PROSE = "Malta and Cyprus joined their coast guards for a week in a drill off Limassol, "
      + "and both ministers watched it from the quay.";
  private static final List<String> ROWS = List.of("Parties: Kenya, Malta | Signed: 2019 | Agreement: Fisheries",
      "Parties: Kenya, Malta | Signed: 2020 | Agreement: Air services");

  private static void assertRead(Article article) {
    assertEquals("Two Harbours", article.title());
    assertEquals(ROWS, Reading.words(article, Block.Kind.ROW));
    List<String> paragraphs = Reading.words(article, Block.Kind.PARAGRAPH);
    assertEquals(List.of(PROSE, "Chad has no ships, as it has no coast.", "Nobody else was asked to come along."),
        paragraphs);
    assertEquals(1, article.tables());
  }

  @Test
  void readsTheRowsOfATableInAnOpenDocumentAndLeavesOthersAlone() {
    assertRead(Reading.bytes(odt(
        "<text:p text:style-name=\"Title\">Two Harbours</text:p><text:p>" + PROSE + "</text:p>"
            + "<table:table><table:table-column/><table:table-header-rows>" + odtRow("Parties", "Signed", "Agreement")
            + "</table:table-header-rows>"
            + "<table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>Kenya, Malta</text:p>"
            + "</table:table-cell>" + odtCell("2019") + odtCell("Fisheries") + "</table:table-row>"
            + "<table:table-row><table:covered-table-cell/>" + odtCell("2020") + odtCell("Air services")
            + "</table:table-row>"
            + "<table:table-row><table:table-cell table:number-columns-spanned=\"3\"><text:p>Asia</text:p>"
            + "</table:table-cell><table:covered-table-cell/><table:covered-table-cell/></table:table-row></table:table>"
            + "<table:table>" + odtRow("State", "Ships") + odtRow("Kenya", "5")
            + odtRow("Chad", "Chad has no ships, as it has no coast.") + "</table:table>"
            + "<text:p>Nobody else was asked to come along.</text:p>")));
  }

  @Test
  void readsTheTextOfATableThatAnOpenDocumentIsLaidOutWith() {
    Article article = Reading.bytes(odt("<table:table><table:table-row><table:table-cell><text:h "
        + "text:outline-level=\"1\">Two Harbours</text:h><text:p>" + PROSE + "</text:p></table:table-cell>"
        + "</table:table-row></table:table>"));
    assertEquals("Two Harbours", article.title());
    assertEquals(List.of(PROSE), Reading.words(article, Block.Kind.PARAGRAPH));
    assertEquals(0, article.tables());
  }

  @Test
  void readsTheRowsOfATableInRichTextAndLeavesOthersAlone() {
    String cells = "\\cellx2000\\cellx4000\\cellx6000";
    String below = "\\trowd\\clvmrg\\cellx2000\\cellx4000\\cellx6000";
    assertRead(Reading.bytes(rtf(
        "Two Harbours\\par\\par " + PROSE + "\\par\n"
            + "\\trowd\\trhdr" + cells + "\\pard\\intbl Parties\\cell Signed\\cell Agreement\\cell\\row\n"
            + "\\trowd\\clvmgf" + cells + "\\pard\\intbl Kenya, Malta\\cell 2019\\cell Fisheries\\cell\\row\n"
            // As Word writes it: the division of the row stands behind its cells as well.
            + below + "\\pard\\intbl\\cell 2020\\cell Air services\\cell " + below + "\\row\n"
            + "\\pard\\par\n"
            + "\\trowd\\cellx2000\\cellx4000\\pard\\intbl State\\cell Ships\\cell\\row\n"
            + "\\trowd\\cellx2000\\cellx4000\\pard\\intbl Kenya\\cell 5\\cell\\row\n"
            + "\\trowd\\cellx2000\\cellx4000\\pard\\intbl Chad\\cell Chad has no ships, as it has no coast.\\cell\\row\n"
            + "\\pard Nobody else was asked to come along.\\par")));
  }

  @Test
  void losesNothingOfARichTextWhoseLastRowHasNoEnd() {
    Article article =
        Reading.bytes("{\\rtf1\\ansi Two Harbours\\par\\par %s\\par\\trowd\\cellx2000\\pard\\intbl %s\\cell}"
            .formatted(PROSE, "Nobody else was asked to come along.").getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(List.of(PROSE, "Nobody else was asked to come along."),
        Reading.words(article, Block.Kind.PARAGRAPH));
  }

  @Test
  void readsTextBoxesOnceBehindTheParagraphTheyStandInButNoPullQuotes() {
    String side = "The tug alone cost the two navies four million euros.";
    Article article = Reading.bytes(DocxArticleReaderTest.docx(
        "<w:p><w:pPr><w:pStyle w:val=\"Titel\"/></w:pPr><w:r><w:t>Two Harbours</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t xml:space=\"preserve\">Malta and Cyprus joined their coast guards </w:t></w:r>"
            + "<w:r>" + box(side) + "</w:r><w:r>" + oldBox("“Malta and Cyprus joined their coast guards”") + "</w:r>"
            + "<w:r><w:t>for a week in a drill off Limassol.</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>Nobody else was asked to come along.</w:t></w:r></w:p>"));
    assertEquals(List.of("Malta and Cyprus joined their coast guards for a week in a drill off Limassol.", side,
        "Nobody else was asked to come along."), Reading.words(article, Block.Kind.PARAGRAPH));
    assertEquals(article.text().indexOf(side), article.text().lastIndexOf(side));
  }

  @Test
  void readsTextBoxesAndCaptionsOfAnOpenDocumentOnceBehindTheirParagraphButNoPullQuotes() {
    String side = "The tug alone cost the two navies four million euros.";
    Article article = Reading.bytes(odt(
        "<style:style xmlns:style=\"s\" style:name=\"P1\" style:parent-style-name=\"Title\"/>"
            + "<text:p text:style-name=\"P1\">Two Harbours</text:p>"
            + "<text:p>Malta and Cyprus joined their coast guards " + odtBox("Standard", side)
            + odtBox("Standard", "“Malta and Cyprus joined their coast guards”")
            + odtBox("Illustration", "Picture 1: The tug in the harbour of Limassol")
            + "for a week in a drill off Limassol.</text:p><text:p>Nobody else was asked to come along.</text:p>"));
    assertEquals("Two Harbours", article.title());
    assertEquals(List.of("Malta and Cyprus joined their coast guards for a week in a drill off Limassol.", side,
        "Nobody else was asked to come along."), Reading.words(article, Block.Kind.PARAGRAPH));
    assertEquals(List.of("Picture 1: The tug in the harbour of Limassol"),
        Reading.words(article, Block.Kind.CAPTION));
  }

  private static String odtBox(String style, String words) {
    return "<draw:frame xmlns:draw=\"d\"><draw:text-box><text:p text:style-name=\"" + style + "\">" + words
        + "</text:p></draw:text-box><svg:desc xmlns:svg=\"v\">a box</svg:desc></draw:frame>";
  }

  /** As Word writes it since 2010, with a copy for older programs. */
  private static String box(String words) {
    String content = "<w:txbxContent><w:p><w:r><w:t>" + words + "</w:t></w:r></w:p></w:txbxContent>";
    return "<mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:drawing><wps:wsp xmlns:wps=\"p\"><wps:txbx>" + content
        + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>" + content
        + "</w:pict></mc:Fallback></mc:AlternateContent>";
  }

  private static String oldBox(String words) {
    return "<w:pict><v:shape xmlns:v=\"v\"><v:textbox><w:txbxContent><w:p><w:r><w:t>" + words
        + "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>";
  }

  private static String odtRow(String... cells) {
    StringBuilder row = new StringBuilder("<table:table-row>");
    for (String cell : cells) {
      row.append(odtCell(cell));
    }
    return row.append("</table:table-row>").toString();
  }

  private static String odtCell(String words) {
    return "<table:table-cell><text:p>" + words + "</text:p></table:table-cell>";
  }

  private static byte[] odt(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(("<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body>"
          + "<office:text>" + text + "</office:text></office:body></office:document-content>")
          .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] rtf(String text) {
    return ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}\n" + text + "}").getBytes(StandardCharsets.ISO_8859_1);
  }
}
