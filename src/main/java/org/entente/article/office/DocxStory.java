package org.entente.article.office;

import javax.xml.stream.XMLStreamReader;
import org.entente.article.NormalForm;
import org.entente.article.RawDocument;

/** One flow of text of a Word document, its body or a text box. */
final class DocxStory extends OfficeStory<DocxParagraph> {

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
    super(document, boxed, DocxParagraph::text, DocxParagraph::ofTable);
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
        tables().begin();
      }
      case "tr" -> tables().tell(OfficeTable::beginRow);
      case "tc" -> tables().tell(OfficeTable::beginCell);
      case "gridSpan" -> tables().tell(table -> table.span(value(element, "1")));
      case "vMerge" -> {
        if (!value(element, "continue").equals("restart")) {
          tables().tell(OfficeTable::goesOn);
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
        tables().end();
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

  private void finish() {
    String text = NormalForm.of(words.toString());
    if (!text.isEmpty()) {
      add(new DocxParagraph(text, style, listLevel, boldWords && !plainWords, false, isBoxed()));
    }
    close();
    words.setLength(0);
    style = "";
    listLevel = 0;
    boldWords = false;
    plainWords = false;
  }
}
