package org.entente.article.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.entente.article.BoundedInput;
import org.entente.article.Metadata;
import org.entente.article.header.HeaderLine;
import org.entente.article.header.PublicationDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What a folder that Zotero exported with its files ({@code Name/Name.rdf} and {@code Name/files/12/page.html}) says of
 * each of them: the headline, authors, paper, day and address that somebody looked over when it was saved.
 */
public final class ZoteroFolder {

  private static final String FILES = "files";
  private static final String ZOTERO = "http://www.zotero.org/namespaces/export#";

  private final Map<Path, Map<String, Metadata>> folders = new ConcurrentHashMap<>();

  /** What the export says of a file in it; nothing for other files. */
  public Metadata known(Path file) {
    Path item = file.toAbsolutePath().normalize().getParent();
    Path files = item == null ? null : item.getParent();
    if (files == null || files.getParent() == null || !FILES.equals(String.valueOf(files.getFileName()))) {
      return Metadata.NONE;
    }
    String name = files.getParent().relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    return folders.computeIfAbsent(files.getParent(), ZoteroFolder::read).getOrDefault(name, Metadata.NONE);
  }

  private static Map<String, Metadata> read(Path folder) {
    Map<String, Metadata> known = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> mayBeExport(f.toString())).sorted().toList()) {
        known.putAll(said(Files.size(file) > BoundedInput.LIMIT ? "" : Files.readString(file)));
      }
    } catch (IOException e) {
      return Map.of(); // The files tell what they are themselves.
    }
    return known;
  }

  /**
   * What an export says of the files beside it, by their paths from its folder.
   *
   * @param rdf the export; another file says nothing
   */
  static Map<String, Metadata> said(String rdf) {
    return rdf.contains(ZOTERO) ? items(Jsoup.parse(rdf, "", Parser.xmlParser())) : Map.of();
  }

  /** Whether a file may be an export with files beside it. */
  static boolean mayBeExport(String name) {
    return name.endsWith(".rdf");
  }

  private static Map<String, Metadata> items(Document rdf) {
    Map<String, Element> named = new HashMap<>();
    rdf.getAllElements().stream().filter(e -> e.hasAttr("rdf:about")).forEach(e -> named.put(e.attr("rdf:about"), e));
    Map<String, Metadata> known = new HashMap<>();
    for (Element item : named.values()) {
      for (Element link : children(item, "link:link")) {
        Optional.ofNullable(named.get(link.attr("rdf:resource"))).stream()
            .flatMap(attachment -> files(attachment).stream())
            .forEach(file -> known.put(file, metadata(item, named)));
      }
    }
    return known;
  }

  /** Where an attachment's file lies in the folder; newer exports say it by another property. */
  private static List<String> files(Element attachment) {
    return Stream.of("rdf:resource", "z:path").flatMap(property -> children(attachment, property).stream())
        .map(file -> file.attr("rdf:resource")).toList();
  }

  private static Metadata metadata(Element item, Map<String, Element> named) {
    Metadata found =
        Metadata.NONE.withCreators(creators(item)).withPublisher(publisher(item, named))
            .withIssued(text(item, "dc:date").flatMap(PublicationDate::dayIn))
            .withUrl(item.getElementsByTag("rdf:value").stream().map(Element::text)
                .flatMap(value -> HeaderLine.address(value).stream()).findFirst())
            .withKeywords(children(item, "dc:subject").stream().map(Element::text).filter(t -> !t.isBlank()).toList());
    return text(item, "dc:title").map(found::withTitle).orElse(found);
  }

  private static List<String> creators(Element item) {
    List<String> names = new ArrayList<>();
    for (Element authors : children(item, "bib:authors")) {
      for (Element person : authors.getElementsByTag("foaf:Person")) {
        String given = text(person, "foaf:givenName").or(() -> text(person, "foaf:givenname")).orElse("");
        names.add((given + " " + text(person, "foaf:surname").orElse("")).strip());
      }
    }
    return names;
  }

  /** The paper or site that it is part of, described in place or elsewhere in the file. */
  private static Optional<String> publisher(Element item, Map<String, Element> named) {
    return children(item, "dcterms:isPartOf").stream()
        .flatMap(part -> part.hasAttr("rdf:resource")
            ? Optional.ofNullable(named.get(part.attr("rdf:resource"))).stream() : part.children().stream())
        .flatMap(whole -> text(whole, "dc:title").stream()).findFirst()
        .or(() -> children(item, "dc:publisher").stream().flatMap(p -> p.getElementsByTag("foaf:name").stream())
            .map(Element::text).findFirst());
  }

  private static Optional<String> text(Element element, String child) {
    return children(element, child).stream().map(Element::text).map(String::strip).filter(t -> !t.isEmpty())
        .findFirst();
  }

  private static List<Element> children(Element element, String name) {
    return element.children().stream().filter(child -> child.tagName().equals(name)).toList();
  }
}
