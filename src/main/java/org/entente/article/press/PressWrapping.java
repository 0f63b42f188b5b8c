package org.entente.article.press;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;
import org.entente.article.RawDocument;
import org.entente.article.TextDecoding;
import org.entente.article.archive.Wrapping;
import org.entente.article.office.BoundedZip;
import org.entente.article.office.DocxBody;
import org.entente.article.office.DocxParagraph;
import org.entente.article.office.RtfText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Many articles in one file, as press databases export them: text, RTF, DOCX or HTML. Each becomes a document of its
 * own, with the headline, paper, day and author that the export gives.
 */
public final class PressWrapping implements Wrapping {

  /** Something that only exports have, looked for in the bytes before anything is parsed. */
  private static final Pattern SIGN =
      Pattern.compile("(?i)\\d of \\d+ documents?\\b|end of document|document \\d+ (?:of|von) \\d"
          + "|Document [A-Z][A-Z0-9]{3,9}\\d{8}[a-z0-9]{8,12}|proquest document");
  private static final int MOST_TAGS = 300_000;

  private final List<PressDatabase> databases =
      List.of(new LexisExport(), new FactivaExport(), new ProQuestExport(), new ProQuestReport());

  @Override
  public boolean take(RawDocument document, DocumentSink sink) {
    List<String> lines = lines(document).orElse(List.of());
    Optional<PressDatabase> writer = databases.stream().filter(database -> database.wrote(lines)).findFirst();
    if (writer.isEmpty()) {
      return false;
    }
    int number = 1;
    for (PressArticle article : writer.get().articles(lines)) {
      String name = document.name() + "#" + number++;
      if (article.body().stream().allMatch(String::isBlank)) {
        sink.passedOver(name, "a citation without a text");
      } else {
        sink.document(article.document(name));
      }
    }
    if (number == 1) {
      throw new ArticleFormatException(
          document.name() + " looks like a press database's export, but no article could be told in it",
          "export it with the full text, as plain text, RTF or DOCX");
    }
    return true;
  }

  /** Its lines, where it is of a form that exports have and may be one; a damaged file is left to its reader. */
  private static Optional<List<String>> lines(RawDocument document) {
    byte[] bytes = document.bytes();
    boolean packed = TextDecoding.startsWith(bytes, 'P', 'K', 3, 4);
    boolean pdf = TextDecoding.startsWith(bytes, '%', 'P', 'D', 'F');
    if (pdf || !packed && !SIGN.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find()) {
      return Optional.empty();
    }
    try {
      return packed ? ofWord(document)
          : RtfText.isOne(document) ? Optional.of(apart(RtfText.paragraphs(document)))
          : looksLikePage(bytes) ? Optional.of(ofPage(document))
          : Optional.of(TextDecoding.decode(document).lines().toList());
    } catch (ArticleFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> ofWord(RawDocument document) {
    return BoundedZip.read(document, List.of("word/document.xml")).entry("word/document.xml").map(
        body -> apart(DocxBody.read(body, document).paragraphs().stream().map(DocxParagraph::text).toList()));
  }

  private static List<String> apart(List<String> paragraphs) {
    return paragraphs.stream().flatMap(paragraph -> List.of(paragraph, "").stream()).toList();
  }

  private static boolean looksLikePage(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(1024, bytes.length), StandardCharsets.ISO_8859_1);
    return head.stripLeading().matches("(?is)(?:<!doctype html|<html|<\\?xml).*");
  }

  private static List<String> ofPage(RawDocument document) {
    String source = TextDecoding.decodePage(document);
    BoundedInput.requireAtMost(MOST_TAGS, source.chars().filter(c -> c == '<').count(), "tags", document.name());
    Document page = Jsoup.parse(source);
    page.select("script, style").remove();
    List<String> lines = new ArrayList<>();
    for (Element block : page.select("p, div, td, h1, h2, h3, h4, li, pre")) {
      String text = block.select("p, div, td, h1, h2, h3, h4, li, pre").size() > 1 ? block.ownText() : block.text();
      if (!text.isBlank()) {
        lines.add(text);
        lines.add("");
      }
    }
    return lines;
  }
}
