package org.entente.article.office;

import java.util.List;
import java.util.Set;
import org.entente.article.RawDocument;

/**
 * The paragraphs of {@code word/document.xml} in reading order, and what is text in its tables and text boxes. Deleted
 * text, field codes, the fallback copies of text boxes and boxes that only repeat what the text says (pull quotes) are
 * left out.
 *
 * @param tables how many tables are left out, but for the sentences in them
 */
public record DocxBody(List<DocxParagraph> paragraphs, int tables) {

  private static final Set<String> SKIPPED = Set.of("del", "moveFrom", "instrText", "Fallback");

  public static DocxBody read(byte[] xml, RawDocument document) {
    OfficeStories.Read<DocxParagraph> read = OfficeStories.read(
        xml, document, SKIPPED, "txbxContent"::equals, boxed -> new DocxStory(document, boxed));
    return new DocxBody(
        PullQuotes.leftOutOf(read.paragraphs(), DocxParagraph::text, DocxParagraph::boxed), read.tables());
  }
}
