package org.entente.article.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.article.ArticleReader;
import org.entente.article.Block;
import org.entente.article.BoundedInput;
import org.entente.article.Draft;
import org.entente.article.Metadata;
import org.entente.article.NormalForm;
import org.entente.article.Piece;
import org.entente.article.RawDocument;
import org.entente.article.TableCells;
import org.entente.article.TextDecoding;

/** Reads plain text as people paste and save it; its layout is told by {@link PlainTextLayout}. */
public final class TextArticleReader implements ArticleReader {

  /** Remnants of links and emphasis from a page that the text was copied from. */
  private static final Pattern TAG =
      Pattern.compile("</?(?:u|b|i|a|em|strong|span|font|sup|sub)(?:\\s[^<>]{0,300})?/?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern THEMES = Pattern.compile("^\\s*[\\p{L}-]+(?: [\\p{L}-]+)?: *<u>.*");

  private static final int MOST_LINES = 100_000;

  private final PlainTextLayout layout;

  public TextArticleReader(PlainTextLayout layout) {
    this.layout = layout;
  }

  @Override
  public Draft read(RawDocument document) {
    String text = TextDecoding.decode(document);
    BoundedInput.requireAtMost(MOST_LINES, text.chars().filter(c -> c == '\n').count(), "lines", document.name());
    List<String> lines = text.lines().map(TextArticleReader::withoutTags).toList();
    List<String> prose = lines.stream().flatMap(line -> isRow(line) ? sentences(line) : Stream.of(line)).toList();
    List<Piece> pieces = layout.pieces(prose);
    return new Draft(
        Metadata.NONE, document.known().title().map(title -> titled(pieces, title)).orElse(pieces), tables(lines));
  }

  /** Where the headline is known, the first line is none, unless it repeats it. */
  private static List<Piece> titled(List<Piece> pieces, String title) {
    List<Piece> out = new ArrayList<>(List.of(Piece.title(title)));
    for (Piece piece : pieces) {
      boolean repeated = out.size() == 1 && NormalForm.of(piece.text()).equalsIgnoreCase(NormalForm.of(title));
      if (!repeated) {
        out.add(piece.is(Block.Kind.TITLE) ? Piece.paragraph(piece.text()) : piece);
      }
    }
    return out;
  }

  /** In a line of themes each link is one word, and only its tags show where it ends. */
  private static String withoutTags(String line) {
    if (line.indexOf('<') < 0) {
      return line;
    }
    String marked = THEMES.matcher(line).matches() ? line.replace("</u>", ";") : line;
    return TAG.matcher(marked).replaceAll("");
  }

  /** A table that is drawn with bars. */
  private static boolean isRow(String line) {
    String bare = line.strip();
    return bare.length() > 2 && bare.startsWith("|") && bare.endsWith("|");
  }

  private static Stream<String> sentences(String row) {
    return Arrays.stream(row.split("\\|")).map(String::strip).filter(TableCells::isSentence)
        .flatMap(cell -> Stream.of("", cell, ""));
  }

  private static int tables(List<String> lines) {
    int tables = 0;
    for (int i = 0; i < lines.size(); i++) {
      tables += isRow(lines.get(i)) && (i == 0 || !isRow(lines.get(i - 1))) ? 1 : 0;
    }
    return tables;
  }
}
