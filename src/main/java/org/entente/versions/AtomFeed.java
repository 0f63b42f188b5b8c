package org.entente.versions;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Changes as an <a href="https://www.rfc-editor.org/rfc/rfc4287">Atom</a> feed at one address. */
final class AtomFeed {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final String address;

  AtomFeed(String address) {
    this.address = address;
  }

  String text(List<Change> changes, Instant updated) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      head(xml, updated);
      for (Change change : changes) {
        entry(xml, change);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text in memory can always be written", e);
    }
    return text.append('\n').toString();
  }

  private void head(XMLStreamWriter xml, Instant updated) throws XMLStreamException {
    element(xml, "id", address);
    element(xml, "title", "Entente: what was added, changed and withdrawn");
    element(xml, "updated", updated.toString());
    xml.writeStartElement("author");
    element(xml, "name", "Entente");
    xml.writeEndElement();
    link(xml, "self", address + ".atom", "application/atom+xml");
    link(xml, "alternate", address + ".ttl", "text/turtle");
    element(xml, "rights", "https://creativecommons.org/licenses/by/4.0/");
  }

  private void entry(XMLStreamWriter xml, Change change) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", EventStream.member(address, change));
    element(xml, "title", change.title());
    element(xml, "updated", change.when().toString());
    link(xml, "alternate", change.address(), "text/html");
    element(xml, "summary", change.words());
    xml.writeStartElement("category");
    xml.writeAttribute("term", change.fate().inWords());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String target, String type)
      throws XMLStreamException {
    xml.writeStartElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", target);
    xml.writeEndElement();
  }
}
