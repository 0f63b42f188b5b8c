package org.entente.article.archive;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;
import org.entente.article.WordList;
import org.entente.article.header.HeaderLine;
import org.entente.article.header.PublicationDate;

/**
 * Articles as records of a table or of JSON: which member is the text, which the title, the date, the address, by the
 * names in {@code record-fields.txt}.
 */
final class RecordFields {

  private static final Map<String, List<String>> NAMES = names();

  private final Map<String, String> values;

  /**
   * @param values the record's members as text; case and spaces of their names do not matter
   */
  RecordFields(Map<String, String> values) {
    this.values = new LinkedHashMap<>();
    values.forEach((name, value) -> this.values.putIfAbsent(plain(name), value.strip()));
  }

  private static Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    WordList.read("record-fields.txt").forEach(line -> {
      String[] sides = line.split("\\s*\\|\\s*");
      names.put(sides[0], Arrays.asList(sides[1].split(" ")));
    });
    return names;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** Whether one of these names is that of a text: only then the records may be articles. */
  static boolean haveText(Collection<String> members) {
    return members.stream().map(RecordFields::plain).anyMatch(NAMES.getOrDefault("text", List.of())::contains);
  }

  private Optional<String> value(String field) {
    return NAMES.getOrDefault(field, List.of()).stream().map(values::get)
        .filter(value -> value != null && !value.isEmpty()).findFirst();
  }

  Optional<String> text() {
    return value("text");
  }

  Metadata metadata() {
    Metadata found =
        Metadata.NONE.withPublisher(value("publisher")).withIssued(value("date").flatMap(PublicationDate::dayIn))
            .withUrl(value("url").<URI>flatMap(HeaderLine::address))
            .withCreators(value("author").map(names -> List.of(names.split("\\s*[;|]\\s*| and "))).orElse(List.of()))
            .withKeywords(value("keywords").map(words -> List.of(words.split("\\s*[,;|]\\s*"))).orElse(List.of()));
    return value("title").map(found::withTitle).orElse(found);
  }

  /** The record as a document: HTML or plain text, as its text is. */
  RawDocument document(String name, String text) {
    return RawDocument.ofText(name, isMarkup(text) ? page(text) : text, metadata());
  }

  private static boolean isMarkup(String text) {
    return text.regionMatches(true, 0, "<p", 0, 2) || text.regionMatches(true, 0, "<div", 0, 4)
        || text.regionMatches(true, 0, "<!doctype", 0, 9) || text.regionMatches(true, 0, "<html", 0, 5);
  }

  private static String page(String text) {
    return text.regionMatches(true, 0, "<p", 0, 2) ? "<html><body><article>" + text + "</article></body></html>" : text;
  }
}
