package org.entente.article.archive;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.entente.article.ArticleFormatException;
import org.entente.article.DocumentSink;
import org.entente.article.RawDocument;
import org.entente.article.TextDecoding;

/** A table of articles (CSV, with commas, semicolons or tabs) that has a column of texts; each row is one. */
public final class TableWrapping implements Wrapping {

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static char delimiter(String head) {
    return head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 ? ';' : ',';
  }

  @Override
  public boolean take(RawDocument document, DocumentSink sink) {
    if (!document.name().toLowerCase(Locale.ROOT).matches(".*\\.(?:csv|tsv|tab)")) {
      return false;
    }
    String text = TextDecoding.decode(document);
    String head = firstLine(text);
    if (!RecordFields.haveText(List.of(head.split(delimiter(head) + "")))) {
      throw new ArticleFormatException(
          document.name() + " is a table without a column of texts", "call the column with the articles \"text\"");
    }
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter(head)).setHeader().setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL).setAllowMissingColumnNames(true).get();
    int number = 0;
    try (CSVParser rows = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : rows) {
        take(row.toMap(), document.name() + "#" + ++number, sink);
      }
    } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
      throw new ArticleFormatException(
          document.name() + " is no sound table after row " + number + " (" + e.getMessage() + ")",
          "check the quotes there; what stands before was read", e);
    }
    return true;
  }

  private static void take(Map<String, String> row, String name, DocumentSink sink) {
    RecordFields fields = new RecordFields(row);
    fields.text().ifPresentOrElse(
        text -> sink.document(fields.document(name, text)), () -> sink.passedOver(name, "a row without a text"));
  }
}
