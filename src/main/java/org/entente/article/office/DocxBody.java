package org.entente.article.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.entente.article.BoundedInput;
import org.entente.article.NormalForm;
import org.entente.article.RawDocument;

/**
 * Collects the paragraphs of {@code word/document.xml} in reading order, and what is text in its tables. Deleted text, field
 * codes and the fallback copies of text boxes are left out.
 */
public final class DocxBody implements HardenedXml.Listener {

  private static final Set<String> SKIPPED = Set.of("del", "moveFrom", "instrText", "Fallback", "txbxContent", "pict");

  private static final int MOST_PARAGRAPHS = 20_000;

  private final RawDocument document;
  private final List<DocxParagraph> paragraphs = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private String style = "";
  private int listLevel;
  private int skipping;
  private boolean inText;
  private boolean inRun;
  private boolean runIsBold;
  private boolean plainWords;
  private boolean boldWords;

  private final Deque<DocxTable> tables = new ArrayDeque<>();
  private int leftOut;

  private DocxBody(RawDocument document) {
    this.document = document;
  }

  public static DocxBody read(byte[] xml, RawDocument document) {
    DocxBody body = new DocxBody(document);
    HardenedXml.read(xml, document, body);
    body.finish();
    return body;
  }

  public List<DocxParagraph> paragraphs() {
    return List.copyOf(paragraphs);
  }

  /** How many tables are left out, but for the sentences in them. */
  int tables() {
    return leftOut;
  }

  @Override
  public void start(String name, XMLStreamReader element) {
    if (skipping > 0 || SKIPPED.contains(name)) {
      skipping++;
      return;
    }
    switch (name) {
      case "p" -> finish();
      case "pStyle" -> style = HardenedXml.attribute(element, "val").orElse("");
      case "numPr" -> listLevel = Math.max(listLevel, 1);
      case "ilvl" -> listLevel = 1 + level(HardenedXml.attribute(element, "val").orElse("0"));
      case "numId" -> listLevel = HardenedXml.attribute(element, "val").orElse("").equals("0") ? 0 : listLevel;
      case "r" -> {
        inRun = true;
        runIsBold = false;
      }
      case "b" -> runIsBold = inRun && !HardenedXml.attribute(element, "val").orElse("1").matches("0|false|off");
      case "t" -> inText = true;
      case "tab", "br", "cr" -> words.append(inRun ? " " : "");
      case "noBreakHyphen" -> words.append('-');
      default -> startInTable(name, element);
    }
  }

  private void startInTable(String name, XMLStreamReader element) {
    if (name.equals("tbl")) {
      finish();
      tables.push(new DocxTable());
    }
    if (tables.isEmpty()) {
      return;
    }
    switch (name) {
      case "tr" -> tables.peek().beginRow();
      case "tc" -> tables.peek().beginCell();
      case "gridSpan" -> tables.peek().span(HardenedXml.attribute(element, "val").orElse("1"));
      case "vMerge" -> {
        if (!HardenedXml.attribute(element, "val").orElse("continue").equals("restart")) {
          tables.peek().goesOn();
        }
      }
      default -> {}
    }
  }

  private static int level(String value) {
    return value.matches("[0-8]") ? value.charAt(0) - '0' : 0;
  }

  @Override
  public void end(String name) {
    if (skipping > 0) {
      skipping--;
      return;
    }
    switch (name) {
      case "p" -> finish();
      case "t" -> inText = false;
      case "r" -> inRun = false;
      case "tbl" -> endTable();
      default -> {}
    }
  }

  private void endTable() {
    finish();
    if (tables.isEmpty()) {
      return;
    }
    DocxTable table = tables.pop();
    Optional<List<DocxParagraph>> records = table.records();
    leftOut += records.isEmpty() && table.isData() ? 1 : 0;
    List<DocxParagraph> read = records.orElseGet(table::paragraphs);
    if (tables.isEmpty()) {
      paragraphs.addAll(read);
    } else {
      tables.peek().addAll(read);
    }
  }

  @Override
  public void text(String text) {
    if (inText && skipping == 0) {
      words.append(text);
      boldWords |= runIsBold && !text.isBlank();
      plainWords |= !runIsBold && !text.isBlank();
    }
  }

  private void finish() {
    String text = NormalForm.of(words.toString());
    if (!text.isEmpty()) {
      BoundedInput.requireAtMost(MOST_PARAGRAPHS, paragraphs.size(), "paragraphs", document.name());
      DocxParagraph paragraph = new DocxParagraph(text, style, listLevel, boldWords && !plainWords, false);
      if (tables.isEmpty()) {
        paragraphs.add(paragraph);
      } else {
        tables.peek().add(paragraph);
      }
    }
    words.setLength(0);
    style = "";
    listLevel = 0;
    boldWords = false;
    plainWords = false;
  }
}
