package org.entente.article.office;

import static org.entente.article.Block.Kind.CAPTION;
import static org.entente.article.Block.Kind.HEADING;
import static org.entente.article.Block.Kind.LIST_ITEM;
import static org.entente.article.Block.Kind.PARAGRAPH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.Block;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;

public class DocxArticleReaderTest {

  private static final String NAMESPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String STYLES =
      "<w:styles " + NAMESPACE + "><w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
          + "<w:style w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style></w:styles>";

  private static final String BODY =
      paragraph("Titel", "Two Harbours")
          + paragraph("", "By Tomas Quist")
          + paragraph("", "Quay Letters, 2 February 2022")
          + "<w:p><w:r><w:t xml:space=\"preserve\">Malta and </w:t></w:r><w:del><w:r><w:delText>Crete</w:delText></w:r>"
          + "</w:del><w:ins><w:r><w:t>Cyprus joined their coast guards for a week in a drill.</w:t></w:r></w:ins></w:p>"
          + paragraph("berschrift2", "Next steps")
          + item("Buy a tug together.", 0)
          + item("Name it after nobody.", 1)
          + paragraph("Caption", "A tug at anchor")
          + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Doubts</w:t></w:r></w:p>"
          + paragraph("", "Nobody knows who would pay for the tug’s fuel.");

  @Test
  void readsStylesNumberingAndTrackedChanges() {
    Article article = Reading.bytes(docx(BODY));
    assertEquals("Two Harbours", article.title());
    assertEquals(List.of("Tomas Quist"), article.creators());
    assertEquals(Optional.of(LocalDate.of(2022, 2, 2)), article.issued());
    assertEquals(List.of("Next steps", "Doubts"), Reading.words(article, HEADING));
    assertEquals(List.of("Buy a tug together.", "Name it after nobody."), Reading.words(article, LIST_ITEM));
    assertEquals(List.of(1, 2), Reading.blocks(article, LIST_ITEM).stream().map(Block::level).toList());
    assertEquals(List.of("A tug at anchor"), Reading.words(article, CAPTION));
    assertEquals(
        "Malta and Cyprus joined their coast guards for a week in a drill.",
        Reading.words(article, PARAGRAPH).getFirst());
  }

  @Test
  void readsTheRowsOfATableThatListsUndertakingsAndLeavesOthersAlone() {
    String merged = "<w:tcPr><w:vMerge/></w:tcPr>";
    Article article = Reading.bytes(docx(BODY
        + table(row("Parties", "Signed", "Agreement"),
            "<w:tr>" + cell("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>", "Kenya, Malta") + cell("", "2019")
                + cell("", "Fisheries") + "</w:tr>",
            "<w:tr>" + cell(merged, "") + cell("", "2020") + cell("", "Air services") + "</w:tr>")
        + table(row("State", "Ships"), row("Kenya", "5"), row("Chad", "Chad has no ships, as it has no coast."))));
    assertEquals(
        List.of(
            "Parties: Kenya, Malta | Signed: 2019 | Agreement: Fisheries",
            "Parties: Kenya, Malta | Signed: 2020 | Agreement: Air services"),
        Reading.words(article, Block.Kind.ROW));
    assertEquals("Chad has no ships, as it has no coast.", Reading.words(article, PARAGRAPH).getLast());
    assertEquals(1, article.tables());
  }

  @Test
  void readsTheTextOfATableThatAPageIsLaidOutWith() {
    Article article = Reading.bytes(docx(table("<w:tr><w:tc>" + BODY + "</w:tc></w:tr>")));
    assertEquals(List.of("Next steps", "Doubts"), Reading.words(article, HEADING));
    assertEquals(0, article.tables());
  }

  @Test
  void refusesEntitiesAndDocumentTypes() {
    String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    byte[] docx = zip(Map.of("word/document.xml", bomb + wrapped(paragraph("", "&b;"))));
    assertTrue(refusal(docx).contains("no word processor writes"));
  }

  @Test
  void refusesAnotherArchiveATruncatedOneAndBrokenXml() {
    assertTrue(refusal(zip(Map.of("xl/workbook.xml", "<x/>"))).contains("is a table or a presentation"));
    byte[] whole = docx(BODY);
    assertTrue(refusal(Arrays.copyOf(whole, whole.length / 3)).contains("damaged"));
    assertTrue(refusal(zip(Map.of("word/document.xml", "<w:document><w:body>"))).contains("not well-formed"));
  }

  @Test
  void refusesAFileThatUnpacksToFarTooMuch() {
    byte[] zeros = new byte[50_000_000];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 5; i++) {
        zip.putNextEntry(new ZipEntry("word/media/" + i));
        zip.write(zeros);
      }
      zip.putNextEntry(new ZipEntry("word/document.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertTrue(refusal(out.toByteArray()).contains("unpacks to more than"));
  }

  private static String refusal(byte[] docx) {
    return assertThrows(ArticleFormatException.class, () -> Reading.bytes(docx)).getMessage();
  }

  private static String paragraph(String style, String text) {
    String properties = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return "<w:p>" + properties + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String item(String text, int level) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>"
        + text + "</w:t></w:r></w:p>";
  }

  private static String table(String... rows) {
    return "<w:tbl>" + String.join("", rows) + "</w:tbl>";
  }

  private static String row(String... cells) {
    return Arrays.stream(cells).map(words -> cell("", words)).collect(Collectors.joining("", "<w:tr>", "</w:tr>"));
  }

  private static String cell(String properties, String words) {
    return "<w:tc>" + properties + paragraph("", words) + "</w:tc>";
  }

  private static String wrapped(String body) {
    return "<w:document " + NAMESPACE + "><w:body>" + body + "</w:body></w:document>";
  }

  public static byte[] docx(String body) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", "<Types/>");
    entries.put("word/document.xml", wrapped(body));
    entries.put("word/styles.xml", STYLES);
    return zip(entries);
  }

  private static byte[] zip(Map<String, String> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
