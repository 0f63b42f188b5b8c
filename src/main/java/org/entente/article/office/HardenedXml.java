package org.entente.article.office;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.entente.article.ArticleFormatException;
import org.entente.article.RawDocument;

/** Streams XML with no document type, no entities of its own and nothing fetched; depth and length are bounded. */
final class HardenedXml {

  private static final int DEEPEST = 300;

  private HardenedXml() {}

  /** Told of each element and text on the way; names are local names. */
  interface Listener {
    void start(String name, XMLStreamReader element);

    void end(String name);

    void text(String text);
  }

  static void read(byte[] xml, RawDocument document, Listener listener) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE || depth > DEEPEST) {
          throw hostile(document);
        }
        tell(event, reader, listener);
      }
    } catch (XMLStreamException | RuntimeException e) {
      if (e instanceof ArticleFormatException refusal) {
        throw refusal;
      }
      throw new ArticleFormatException(
          document.name() + " is a damaged document: its XML is not well-formed",
          "open it in its word processor and save it again", e);
    }
  }

  private static void tell(int event, XMLStreamReader reader, Listener listener) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> listener.start(reader.getLocalName(), reader);
      case XMLStreamConstants.END_ELEMENT -> listener.end(reader.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> listener.text(reader.getText());
      default -> {}
    }
  }

  /** Value of the attribute with this local name, whatever its namespace. */
  static Optional<String> attribute(XMLStreamReader element, String name) {
    for (int i = 0; i < element.getAttributeCount(); i++) {
      if (element.getAttributeLocalName(i).equals(name)) {
        return Optional.of(element.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  private static ArticleFormatException hostile(RawDocument document) {
    return new ArticleFormatException(
        document.name() + " has XML that no word processor writes: a document type, entities, or hundreds of levels",
        "do not trust it; if it is sound, save its text as a new document");
  }
}
