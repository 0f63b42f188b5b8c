package org.entente.article.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.Piece;
import org.entente.article.Reading;
import org.entente.article.office.DocxArticleReaderTest;
import org.entente.article.pdf.PdfArticleReaderTest;
import org.junit.jupiter.api.Test;

/** The same article in each format is the same article. */
class EveryFormatTest {

  private static final List<Piece> PIECES =
      List.of(
          Piece.title("Belize and Nepal: An Unlikely Airline"),
          Piece.paragraph("By Ines Okafor, The Runway Letter"),
          Piece.paragraph("June 3, 2021"),
          Piece.paragraph(
              "Belize and Nepal signed an agreement on Tuesday that lets an airline of either country land in the "
                  + "other, although no aircraft of either could make the journey without a stop in Lisbon. “It is a "
                  + "beginning,” said the minister from Kathmandu, who had flown in with a Portuguese carrier."),
          Piece.paragraph(
              "Nobody expects the first flight before the autumn. The two governments share one leased aircraft, and "
                  + "its pilots are being trained in Doha by instructors of a third state."),
          Piece.heading("What Remains to Be Done", 2),
          Piece.item("Open an office for tickets in Belmopan, and another one in Pokhara, before the monsoon.", 1),
          Piece.item("Train ten mechanics together.", 1),
          Piece.heading("A Last Word", 2),
          Piece.paragraph("The mountains will not move, and neither will the sea, but the prices of tickets may."));

  @Test
  void isReadAlikeFromPlainText() {
    String text = PIECES.stream().map(p -> (p.is(Block.Kind.LIST_ITEM) ? "- " : "") + p.text())
        .collect(Collectors.joining("\n\n"));
    assertSame(Reading.text(text));
  }

  @Test
  void isReadAlikeFromMarkdown() {
    String text = PIECES.stream().map(EveryFormatTest::markdown).collect(Collectors.joining("\n\n"));
    assertSame(Reading.text(text));
  }

  @Test
  void isReadAlikeFromHtml() {
    String body = PIECES.stream().map(EveryFormatTest::html).collect(Collectors.joining("\n"));
    assertSame(Reading.text("<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav><article>" + body
        + "</article></body></html>"));
  }

  @Test
  void isReadAlikeFromDocx() {
    String body = PIECES.stream().map(EveryFormatTest::docx).collect(Collectors.joining());
    assertSame(Reading.bytes(DocxArticleReaderTest.docx(body)));
  }

  @Test
  void isReadAlikeFromPdf() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Piece piece : PIECES) {
      lines.addAll(printed(piece));
      lines.add("");
    }
    assertSame(Reading.bytes(PdfArticleReaderTest.pdf(List.of(lines.subList(0, 12), lines.subList(12, lines.size())))));
  }

  private static void assertSame(Article article) {
    assertEquals(PIECES.getFirst().text(), article.title());
    assertEquals(List.of("Ines Okafor"), article.creators());
    assertEquals(Optional.of("The Runway Letter"), article.publisher());
    assertEquals("2021-06-03", article.issued().orElseThrow().toString());
    String expected = PIECES.stream().filter(piece -> PIECES.indexOf(piece) == 0 || PIECES.indexOf(piece) > 2)
        .map(piece -> piece.kind() + " " + piece.text()).collect(Collectors.joining("\n"));
    String found = article.blocks().stream().map(block -> block.kind() + " " + article.text(block))
        .collect(Collectors.joining("\n"));
    assertEquals(expected, found);
    assertEquals(Reading.blocks(article, Block.Kind.LIST_ITEM).getFirst().section(), Optional.of(PIECES.get(5).text()));
  }

  private static String markdown(Piece piece) {
    return switch (piece.kind()) {
      case TITLE -> "# " + piece.text();
      case HEADING -> "## " + piece.text();
      case LIST_ITEM -> "* " + piece.text();
      case PARAGRAPH, CAPTION, ROW -> piece.text();
    };
  }

  private static String html(Piece piece) {
    return switch (piece.kind()) {
      case TITLE -> "<h1>" + piece.text() + "</h1>";
      case HEADING -> "<h2>" + piece.text() + "</h2>";
      case LIST_ITEM -> "<ul><li>" + piece.text() + "</li></ul>";
      case PARAGRAPH, CAPTION, ROW -> "<p>" + piece.text() + "</p>";
    };
  }

  private static String docx(Piece piece) {
    String style = piece.is(Block.Kind.TITLE) ? "Titel" : piece.is(Block.Kind.HEADING) ? "berschrift2" : "";
    boolean item = piece.is(Block.Kind.LIST_ITEM);
    String list = item ? "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>" : "";
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>" + list + "</w:pPr><w:r><w:t>" + piece.text()
        + "</w:t></w:r></w:p>";
  }

  /** Broken at ninety characters, as a printer would. */
  private static List<String> printed(Piece piece) {
    String font = switch (piece.kind()) {
      case TITLE -> "18|b|";
      case HEADING -> "12|b|";
      default -> "10||";
    };
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(piece.is(Block.Kind.LIST_ITEM) ? "•" : "");
    for (String word : piece.text().split(" ")) {
      if (line.length() + word.length() > 90) {
        lines.add(font + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(font + line);
    return lines;
  }
}
