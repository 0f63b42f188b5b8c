package org.entente.article.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleReader;
import org.entente.article.Block;
import org.entente.article.Draft;
import org.entente.article.Metadata;
import org.entente.article.Piece;
import org.entente.article.RawDocument;
import org.entente.article.text.PlainTextLayout;

/**
 * Reads the text layer of a PDF. The headline is what is set largest on the first page with text, headings are short
 * lines set larger or bolder than the body; everything else is told as in plain text. The properties of the file are
 * not asked: they name the clerk and the day of the export, seldom the author and the day of publication.
 */
public final class PdfArticleReader implements ArticleReader {

  private static final int FEWEST_LETTERS = 6;
  private static final int MOST_PAGES = 500;

  private final PlainTextLayout layout;

  public PdfArticleReader(PlainTextLayout layout) {
    this.layout = layout;
    FontMappers.set(new PdfFonts());
  }

  @Override
  public Draft read(RawDocument document) {
    PdfStreams.requireBounded(document);
    List<PdfLine> lines = lines(document);
    if (lines.isEmpty()) {
      throw new ArticleFormatException(
          document.name() + " is a PDF without a text layer: its pages are pictures or empty forms",
          "run character recognition on it (OCRmyPDF, for example) and give the result");
    }
    PdfBody body = PdfBody.of(lines);
    List<PdfParagraphs.Paragraph> paragraphs = titleFirst(PdfParagraphs.of(body.lines()));
    return new Draft(Metadata.NONE, pieces(paragraphs, PdfParagraphs.mostCommonSize(lines)), body.tables());
  }

  private static List<PdfLine> lines(RawDocument document) {
    try (PDDocument pdf = open(document.bytes())) {
      if (!pdf.getCurrentAccessPermission().canExtractContent()) {
        throw new ArticleFormatException(
            document.name() + " is a PDF whose owner forbids taking its text out", "ask for a copy that allows it");
      }
      if (pdf.getNumberOfPages() > MOST_PAGES) {
        throw new ArticleFormatException(
            document.name() + " has more than " + MOST_PAGES + " pages", "give the article's pages alone");
      }
      return PdfLines.of(pdf);
    } catch (InvalidPasswordException e) {
      throw new ArticleFormatException(
          document.name() + " is a PDF protected by a password", "save a copy without one", e);
    } catch (PdfLines.NoLetters e) {
      throw new ArticleFormatException(
          document.name() + " is a PDF with no readable text: its fonts do not say which letters they draw",
          "run character recognition on it (OCRmyPDF with --force-ocr, for example) and give the result", e);
    } catch (PdfLines.TooMuchText e) {
      throw new ArticleFormatException(
          document.name() + " has more text than any article", "give the article's pages alone", e);
    } catch (ArticleFormatException e) {
      throw e;
    } catch (NoClassDefFoundError e) {
      // Certificates need a cryptography library that nothing else needs.
      throw new ArticleFormatException(
          document.name() + " is a PDF that is encrypted for certain people", "save a copy without encryption", e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // A damaged file makes the parser fail in many ways; to the reader of the message they are one.
      throw new ArticleFormatException(
          document.name() + " is a damaged or incomplete PDF (" + e.getClass().getSimpleName() + ")",
          "fetch or export it again", e);
    }
  }

  /** A file whose list of objects leads astray is read once more as one that lost it: what is in it is looked for. */
  private static PDDocument open(byte[] pdf) throws IOException {
    try {
      return Loader.loadPDF(pdf);
    } catch (InvalidPasswordException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      try {
        return Loader.loadPDF(withoutDirectory(pdf));
      } catch (IOException | RuntimeException again) {
        e.addSuppressed(again);
        throw e;
      }
    }
  }

  private static byte[] withoutDirectory(byte[] pdf) {
    String latin = new String(pdf, StandardCharsets.ISO_8859_1);
    return latin.replace("startxref", "startnone").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<PdfParagraphs.Paragraph> titleFirst(List<PdfParagraphs.Paragraph> paragraphs) {
    if (paragraphs.isEmpty()) {
      return paragraphs;
    }
    int page = paragraphs.getFirst().page();
    PdfParagraphs.Paragraph title =
        paragraphs.stream().filter(p -> p.page() == page && p.text().length() <= 250 && isTitle(p))
            .max(Comparator.comparing(PdfParagraphs.Paragraph::size)).orElse(paragraphs.getFirst());
    List<PdfParagraphs.Paragraph> first = paragraphs.stream().filter(p -> p.page() == page).toList();
    PdfParagraphs.Paragraph earliest =
        first.stream().filter(p -> p.size() == title.size() && isTitle(p)).findFirst().orElse(title);
    List<PdfParagraphs.Paragraph> ordered = new ArrayList<>(paragraphs);
    ordered.remove(earliest);
    ordered.addFirst(earliest);
    return ordered;
  }

  /** The number of a page or an issue may be set larger than anything else. */
  private static boolean isTitle(PdfParagraphs.Paragraph paragraph) {
    return !paragraph.isRecord()
        && paragraph.text().codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
  }

  /** The layout sees one paragraph a line, so that its pieces and the paragraphs run side by side. */
  private List<Piece> pieces(List<PdfParagraphs.Paragraph> paragraphs, float bodySize) {
    List<Piece> told = layout.pieces(paragraphs.stream().flatMap(each -> Stream.of(each.text(), "")).toList());
    if (told.size() != paragraphs.size()) {
      return beforeTheFirstRecord(paragraphs, told, bodySize);
    }
    List<Piece> pieces = new ArrayList<>(told);
    for (int i = 0; i < pieces.size(); i++) {
      boolean heading =
          i > 0 && isHeading(paragraphs.get(i), bodySize) && !pieces.get(i).is(Block.Kind.LIST_ITEM);
      Piece usual = heading ? Piece.heading(pieces.get(i).text(), 1) : pieces.get(i);
      pieces.set(i, paragraphs.get(i).record().orElse(usual));
    }
    return pieces;
  }

  /** The layout joins or parts paragraphs, and would do so with the rows of a table, too. */
  private List<Piece> beforeTheFirstRecord(
      List<PdfParagraphs.Paragraph> paragraphs, List<Piece> told, float bodySize) {
    List<PdfParagraphs.Paragraph> before = paragraphs.stream().takeWhile(each -> !each.isRecord()).toList();
    if (before.size() == paragraphs.size()) {
      return told;
    }
    Stream<Piece> rest = paragraphs.stream().skip(before.size()).map(each -> each.record()
        .orElse(isHeading(each, bodySize) ? Piece.heading(each.text(), 1) : Piece.paragraph(each.text())));
    return Stream.concat(pieces(before, bodySize).stream(), rest).toList();
  }

  private static boolean isHeading(PdfParagraphs.Paragraph paragraph, float bodySize) {
    String text = paragraph.text();
    boolean stands = paragraph.size() > bodySize * 1.12 || paragraph.bold() && paragraph.size() >= bodySize;
    return stands && text.length() <= 120 && !text.matches(".*[.!;,]");
  }
}
