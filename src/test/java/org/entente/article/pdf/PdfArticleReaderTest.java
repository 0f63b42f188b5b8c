package org.entente.article.pdf;

import static org.entente.article.Block.Kind.HEADING;
import static org.entente.article.Block.Kind.LIST_ITEM;
import static org.entente.article.Block.Kind.PARAGRAPH;
import static org.entente.article.Block.Kind.ROW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;

public class PdfArticleReaderTest {

  /** Lines of two pages: "size|bold|text"; an empty line is space. */
  private static final List<List<String>> PAGES =
      List.of(
          List.of(
              "9||The Lagoon Review, vol. 4",
              "",
              "20|b|Ferries and Fences",
              "",
              "11||By Nora Lindt",
              "11||The Lagoon Review, 9 April 2020",
              "",
              "11||The governments of Benin and Togo agreed on Monday to dredge the lagoon that their two fisher-",
              "11||ies share. A memo-",
              "11||randum will follow in Cotonou, where a Russian-",
              "11||led consortium has its office.",
              "",
              "14|b|What to do",
              "",
              "11||• Buy one dredger for both of the countries, and moor it in Aneho so that neither has to",
              "11||wait for it.",
              "11||• Train its crew in Lome.",
              "",
              "11||The last paragraph of this page runs over to the next one because the printer has"),
          List.of(
              "9||The Lagoon Review, vol. 4",
              "",
              "11||no more room for it here.",
              "",
              "11||A second paragraph stands on the second page and closes the article."));

  @Test
  void putsLinesPagesAndBrokenWordsTogether() throws IOException {
    Article article = Reading.bytes(pdf(PAGES));
    assertEquals(
        List.of(
            "The governments of Benin and Togo agreed on Monday to dredge the lagoon that their two fisheries share. "
                + "A memorandum will follow in Cotonou, where a Russian-led consortium has its office.",
            "The last paragraph of this page runs over to the next one because the printer has no more room for it "
                + "here.",
            "A second paragraph stands on the second page and closes the article."),
        Reading.words(article, PARAGRAPH));
  }

  @Test
  void readsABriefInTwoColumnsAndJoinsWhatTheirNarrowLinesBreak() throws IOException {
    List<String> left =
        List.of("On Monday the foreign ministers of", "Uzbekistan and the president of Kazakh-",
            "stan agreed to open a border post.",
            "They met in the old customs house in", "Tashkent and signed the protocol that",
            "Uzbekistan had drafted. A later round,",
            "said the host, would bring Madagas-");
    List<String> right =
        List.of("car in, which has no border with", "either of them but a Russian-",
            "led consortium on its coast, and a",
            "harbour that nobody uses. The next", "meeting is in May.");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, "30||27", 60, 740);
        write(content, "16|b|A Border Post in the Steppe", 60, 700);
        column(content, left, 60);
        column(content, right, 320);
      }
      Article article = Reading.bytes(saved(document));
      assertEquals("A Border Post in the Steppe", article.title());
      assertEquals(
          "On Monday the foreign ministers of Uzbekistan and the president of Kazakhstan agreed to open a border post. They "
              + "met in the old customs house in Tashkent and signed the protocol that Uzbekistan had drafted. A later round, "
              + "said the host, would bring Madagascar in, which has no border with either of them but a Russian-led "
              + "consortium on its coast, and a harbour that nobody uses. The next meeting is in May.",
          String.join(" ", Reading.words(article, PARAGRAPH)));
    }
  }

  @Test
  void leavesOutAStampThatRunsUpTheMargin() throws IOException {
    try (PDDocument document = document(PAGES)) {
      try (PDPageContentStream content =
          new PDPageContentStream(document, document.getPage(0), PDPageContentStream.AppendMode.PREPEND, false)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 30);
        content.setTextMatrix(org.apache.pdfbox.util.Matrix.getRotateInstance(Math.PI / 2, 40, 200));
        content.showText("Preprint of January");
        content.endText();
      }
      Article article = Reading.bytes(saved(document));
      assertEquals("Ferries and Fences", article.title());
      assertFalse(article.text().contains("Preprint"));
    }
  }

  @Test
  void leavesFootnotesAndTheirMarksOutOfTheSentencesThatTheyCut() throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (String last : List.of("who had come by ferry, and the", "pilots waited for them.")) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          float y = 700;
          for (String line : List.of("The treaty was signed in Cotonou by the two ministers of transport,", last)) {
            y -= write(content, "11||" + line, 60, y);
          }
          content.beginText();
          content.setFont(new PDType1Font(FontName.HELVETICA), 6);
          content.setTextRise(4);
          content.newLineAtOffset(60 + 11 * new PDType1Font(FontName.HELVETICA).getStringWidth(last) / 1000,
              y + 13.75f);
          content.showText("12");
          content.endText();
          write(content, "8||12 Treaty on Ferries, signed at Suva, 3 May 1990, between", 60, 120);
          write(content, "8||Kenya and Malta.", 60, 110);
        }
      }
      assertEquals(
          "The treaty was signed in Cotonou by the two ministers of transport, who had come by ferry, and the "
              + "The treaty was signed in Cotonou by the two ministers of transport, pilots waited for them.",
          Reading.bytes(saved(document)).text().replaceAll("\\s+", " "));
    }
  }

  @Test
  void readsColumnsOneAfterTheOtherThoughTheFileTellsThemLineByLine() throws IOException {
    List<String> left =
        List.of("On Monday the foreign ministers", "of Benin and Togo agreed to open", "a border post on the lagoon.",
            "They met in the old customs house", "of Aneho and signed the protocol", "that Togo had drafted.",
            "A later round, said the host,");
    List<String> right =
        List.of("would bring Ghana in as well.", "The next meeting is in Accra,", "where the fishermen wait for",
            "word on what nets they may use", "and in which months of a year.", "Nobody expects it to be short",
            "and nobody wants it to be long.");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, "16|b|A Border Post on the Lagoon", 60, 700);
        for (int i = 0; i < left.size(); i++) {
          write(content, "11||" + left.get(i), 60, 660 - 14 * i);
          write(content, "11||" + right.get(i), 320, 660 - 14 * i);
        }
      }
      assertEquals(
          String.join(" ", left) + " " + String.join(" ", right),
          String.join(" ", Reading.words(Reading.bytes(saved(document)), PARAGRAPH)));
    }
  }

  @Test
  void leavesTablesAndLineNumbersOutAndCountsTheTables() throws IOException {
    try (PDDocument document = document(PAGES)) {
      try (PDPageContentStream content =
          new PDPageContentStream(document, document.getPage(1), PDPageContentStream.AppendMode.APPEND, false)) {
        for (int i = 0; i < 4; i++) {
          write(content, "11||Benin", 60, 400 - 14 * i);
          write(content, "11||Togo", 200, 400 - 14 * i);
          write(content, "11||" + (2010 + i), 340, 400 - 14 * i);
        }
        write(content, "11||1 2 3 4 5 6 7 8 9 10 11 12", 60, 300);
      }
      Article article = Reading.bytes(saved(document));
      assertFalse(article.text().contains("2010") || article.text().contains("7 8 9"), article.text());
      assertEquals(1, article.tables());
    }
  }

  @Test
  void readsTheRowsOfATableThatListsUndertakingsThoughTheFileTellsItCellByCell() throws IOException {
    Article article = Reading.bytes(withTable("Parties", "Agreement", "Signed", "3 May 2019"));
    assertEquals(
        List.of(
            "Parties: Kenya and Malta | Agreement: Accord on fisheries in the waters of Malta | Signed: 3 May 2019",
            "Parties: Benin, Togo | Agreement: Ferry treaty | Signed: 4 June 2020"),
        Reading.words(article, ROW));
    assertEquals("Nobody else signed that year.", Reading.words(article, PARAGRAPH).getLast());
    assertEquals(0, article.tables());
  }

  @Test
  void leavesATableAloneThatListsSomethingElseOrWhoseRowsCannotBeToldApart() throws IOException {
    for (byte[] pdf : List.of(withTable("Harbour", "Use", "Built", "3 May 2019"),
        withTable("Parties", "Agreement", "Signed", ""))) {
      Article article = Reading.bytes(pdf);
      assertEquals(List.of(), Reading.words(article, ROW));
      assertFalse(article.text().contains("Accord") || article.text().contains("waters of"), article.text());
      assertEquals("Nobody else signed that year.", Reading.words(article, PARAGRAPH).getLast());
      assertEquals(1, article.tables());
    }
  }

  /** The second cell of the first row has two lines, and the third is told after both. */
  private static byte[] withTable(String who, String what, String when, String day) throws IOException {
    try (PDDocument document = document(PAGES)) {
      try (PDPageContentStream content =
          new PDPageContentStream(document, document.getPage(1), PDPageContentStream.AppendMode.APPEND, false)) {
        row(content, 400, List.of(who, what, when));
        row(content, 386, List.of("Kenya and Malta", "Accord on fisheries in the"));
        write(content, "11||waters of Malta", 230, 372);
        write(content, "11||" + day, 430, 386);
        row(content, 358, List.of("Benin, Togo", "Ferry treaty", "4 June 2020"));
        write(content, "11||Nobody else signed that year.", 60, 300);
      }
      return saved(document);
    }
  }

  private static void row(PDPageContentStream content, float y, List<String> cells) throws IOException {
    List<Integer> places = List.of(60, 230, 430);
    for (int i = 0; i < cells.size(); i++) {
      write(content, "11||" + cells.get(i), places.get(i), y);
    }
  }

  private static void column(PDPageContentStream content, List<String> lines, float x) throws IOException {
    float y = 660;
    for (String line : lines) {
      y -= write(content, "11||" + line, x, y);
    }
  }

  @Test
  void findsTitleBylineHeadingsAndItems() throws IOException {
    Article article = Reading.bytes(pdf(PAGES));
    assertEquals("Ferries and Fences", article.title());
    assertEquals(List.of("Nora Lindt"), article.creators());
    assertEquals(Optional.of("The Lagoon Review"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2020, 4, 9)), article.issued());
    assertEquals(List.of("What to do"), Reading.words(article, HEADING));
    assertEquals(
        List.of("Buy one dredger for both of the countries, and moor it in Aneho so that neither has to wait for it.",
            "Train its crew in Lome."),
        Reading.words(article, LIST_ITEM));
  }

  @Test
  void dropsRunningHeadsAndPageNumbers() throws IOException {
    Article article = Reading.bytes(pdf(PAGES));
    assertFalse(article.text().contains("vol. 4"));
    assertTrue(article.text().lines().noneMatch(line -> line.matches("\\d+")));
  }

  @Test
  void refusesPagesThatArePictures() throws IOException {
    assertTrue(refusal(pdf(List.of(List.of(), List.of()))).contains("without a text layer"));
  }

  @Test
  void refusesTextWhoseFontNamesOnlySomeLetters() throws IOException {
    List<String> lines = Collections.nCopies(20, "11||% (-.45) & % C ' 1 ? 3* % + J & Table 7 % $ # D &");
    assertTrue(refusal(pdf(List.of(lines))).contains("no readable text: its fonts do not say which letters they draw"));
    List<String> contents = Collections.nCopies(20, "11||Ports and Ferries . . . . . . . . . . . . . . . 7");
    assertTrue(Reading.bytes(pdf(List.of(contents))).text().contains("Ferries"));
  }

  @Test
  void looksForThePagesItselfWhereTheFileNamesAWrongPlace() {
    String sentence = "The governments of Benin and Togo agreed on Monday to dredge the lagoon.";
    List<String> objects = List.of("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n", "2 0 obj\nnull\nendobj\n",
        "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n",
        "4 0 obj\n<</Length %d>>\nstream\nBT /F 11 Tf 60 700 Td (%s) Tj ET\nendstream\nendobj\n"
            .formatted(sentence.length() + 34, sentence),
        "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n",
        "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      places.append(i < 5 ? "%010d 00000 n \n".formatted(pdf.length()) : "");
      pdf.append(objects.get(i));
    }
    int start = pdf.length();
    pdf.append(places).append("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
    assertEquals(sentence, Reading.bytes(pdf.toString().getBytes(StandardCharsets.US_ASCII)).text());
  }

  @Test
  void refusesAPasswordAndAForbiddingOwner() throws IOException {
    assertTrue(refusal(locked("user", true)).contains("protected by a password"));
    assertTrue(refusal(locked("", false)).contains("forbids"));
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    byte[] whole = pdf(PAGES);
    assertTrue(refusal(Arrays.copyOf(whole, 200)).contains("PDF"));
    assertTrue(refusal("%PDF-1.7\nnothing of the sort".getBytes(StandardCharsets.US_ASCII))
        .contains("damaged or incomplete PDF"));
  }

  private static String refusal(byte[] pdf) {
    return assertThrows(ArticleFormatException.class, () -> Reading.bytes(pdf)).getMessage();
  }

  private static byte[] locked(String userPassword, boolean mayExtract) throws IOException {
    try (PDDocument document = document(PAGES)) {
      AccessPermission permission = new AccessPermission();
      permission.setCanExtractContent(mayExtract);
      document.protect(new StandardProtectionPolicy("owner", userPassword, permission));
      return saved(document);
    }
  }

  public static byte[] pdf(List<List<String>> pages) throws IOException {
    try (PDDocument document = document(pages)) {
      return saved(document);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private static PDDocument document(List<List<String>> pages) throws IOException {
    PDDocument document = new PDDocument();
    for (List<String> lines : pages) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        float y = 750;
        for (String line : lines) {
          y -= write(content, line, y);
        }
        write(content, "9||" + document.getNumberOfPages(), 30);
      }
      if (lines.isEmpty()) {
        page.setContents(new org.apache.pdfbox.pdmodel.common.PDStream(document));
      }
    }
    return document;
  }

  private static float write(PDPageContentStream content, String line, float y) throws IOException {
    return write(content, line, 60, y);
  }

  private static float write(PDPageContentStream content, String line, float x, float y) throws IOException {
    if (line.isEmpty()) {
      return 12;
    }
    String[] fields = line.split("\\|", 3);
    float size = Float.parseFloat(fields[0]);
    content.beginText();
    content.setFont(new PDType1Font(fields[1].equals("b") ? FontName.HELVETICA_BOLD : FontName.HELVETICA), size);
    content.newLineAtOffset(x, y);
    content.showText(fields[2]);
    content.endText();
    return size * 1.25f;
  }
}
