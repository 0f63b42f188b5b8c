package org.entente.article.office;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.entente.article.RawDocument;

/** The names of a Word document's styles: identifiers are translated with Word, names are English in every language. */
record DocxStyles(Map<String, String> names) {

  static final DocxStyles NONE = new DocxStyles(Map.of());

  DocxStyles {
    names = Map.copyOf(names);
  }

  static DocxStyles read(byte[] xml, RawDocument document) {
    Map<String, String> names = new HashMap<>();
    HardenedXml.read(xml, document, new HardenedXml.Listener() {
      private String style = "";

      @Override
      public void start(String name, XMLStreamReader element) {
        if (name.equals("style")) {
          style = HardenedXml.attribute(element, "styleId").orElse("");
        } else if (name.equals("name") && !style.isEmpty()) {
          HardenedXml.attribute(element, "val").ifPresent(value -> names.put(style, value));
        }
      }

      @Override
      public void end(String name) {
        style = name.equals("style") ? "" : style;
      }

      @Override
      public void text(String text) {
        // A style says what it is in attributes alone.
      }
    });
    return new DocxStyles(names);
  }

  /** The style's name in lower case; where the list lacks it, its identifier ("Heading2") is taken apart. */
  String name(String style) {
    String name = names.getOrDefault(style, style.replaceAll("(\\p{L})(\\d)", "$1 $2"));
    return name.toLowerCase(Locale.ROOT);
  }
}
