package org.entente.article.office;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.entente.article.BoundedInput;
import org.entente.article.NormalForm;
import org.entente.article.RawDocument;

/** One flow of text of a Word document, its body or a text box: its paragraphs and tables while they are read. */
final class DocxStory implements HardenedXml.Listener {

  private static final int MOST_PARAGRAPHS = 20_000;

  private final RawDocument document;
  private final boolean boxed;
  private final OfficeTables<DocxParagraph> found =
      new OfficeTables<>(DocxParagraph::text, DocxParagraph::ofTable);
  private final List<DocxParagraph> boxes = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private String style = "";
  private int listLevel;
  private boolean inText;
  private boolean inRun;
  private boolean runIsBold;
  private boolean plainWords;
  private boolean boldWords;

  /** @param boxed whether it is a text box */
  DocxStory(RawDocument document, boolean boxed) {
    this.document = document;
    this.boxed = boxed;
  }

  List<DocxParagraph> paragraphs() {
    return found.paragraphs();
  }

  int tablesLeftOut() {
    return found.leftOut();
  }

  /** A text box that stands in the paragraph; it is read behind it. */
  void add(DocxStory box) {
    boxes.addAll(box.paragraphs());
  }

  @Override
  public void start(String name, XMLStreamReader element) {
    switch (name) {
      case "p" -> finish();
      case "pStyle" -> style = value(element, "");
      case "numPr" -> listLevel = Math.max(listLevel, 1);
      case "ilvl" -> listLevel = 1 + level(value(element, "0"));
      case "numId" -> listLevel = value(element, "").equals("0") ? 0 : listLevel;
      case "r" -> {
        inRun = true;
        runIsBold = false;
      }
      case "b" -> runIsBold = inRun && !value(element, "1").matches("0|false|off");
      case "t" -> inText = true;
      case "tab", "br", "cr" -> words.append(inRun ? " " : "");
      case "noBreakHyphen" -> words.append('-');
      default -> startInTable(name, element);
    }
  }

  private static String value(XMLStreamReader element, String usual) {
    return HardenedXml.attribute(element, "val").orElse(usual);
  }

  private void startInTable(String name, XMLStreamReader element) {
    switch (name) {
      case "tbl" -> {
        finish();
        found.begin();
      }
      case "tr" -> found.tell(OfficeTable::beginRow);
      case "tc" -> found.tell(OfficeTable::beginCell);
      case "gridSpan" -> found.tell(table -> table.span(value(element, "1")));
      case "vMerge" -> {
        if (!value(element, "continue").equals("restart")) {
          found.tell(OfficeTable::goesOn);
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
    switch (name) {
      case "p" -> finish();
      case "t" -> inText = false;
      case "r" -> inRun = false;
      case "tbl" -> {
        finish();
        found.end();
      }
      default -> {}
    }
  }

  @Override
  public void text(String text) {
    if (inText) {
      words.append(text);
      boldWords |= runIsBold && !text.isBlank();
      plainWords |= !runIsBold && !text.isBlank();
    }
  }

  /** The paragraph is over, and with it the text boxes that stand in it. */
  void finish() {
    String text = NormalForm.of(words.toString());
    if (!text.isEmpty()) {
      BoundedInput.requireAtMost(MOST_PARAGRAPHS, found.size(), "paragraphs", document.name());
      found.add(new DocxParagraph(text, style, listLevel, boldWords && !plainWords, false, boxed));
    }
    boxes.forEach(found::add);
    boxes.clear();
    words.setLength(0);
    style = "";
    listLevel = 0;
    boldWords = false;
    plainWords = false;
  }
}
