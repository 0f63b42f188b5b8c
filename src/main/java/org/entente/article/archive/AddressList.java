package org.entente.article.archive;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.article.RawDocument;
import org.entente.article.TextDecoding;
import org.entente.article.header.HeaderLine;

/**
 * A file that lists the addresses of articles and has not their texts: an address in each line, or a table with one in
 * the same column of each row, as the GDELT project publishes them ({@code SOURCEURL}, {@code DocumentIdentifier}).
 *
 * @param addresses in order, each once
 */
public record AddressList(List<URI> addresses) {

  private static final int LOOKED_AT = 200;

  public AddressList {
    addresses = List.copyOf(addresses);
  }

  /** The list that a document is, if it is one. */
  public static Optional<AddressList> in(RawDocument document) {
    if (!mayBe(document.bytes())) {
      return Optional.empty();
    }
    List<String> lines =
        TextDecoding.decode(document).lines().map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    List<String> some = lines.subList(0, Math.min(LOOKED_AT, lines.size()));
    String delimiter = delimiter(some);
    Optional<Integer> column = RecordFields.haveText(fields(lines.isEmpty() ? "" : lines.getFirst(), delimiter))
        ? Optional.empty() : column(some, delimiter);
    return column.map(at -> new AddressList(addresses(lines, delimiter, at))).filter(l -> !l.addresses().isEmpty());
  }

  /** Most files are known for something else by their first bytes. */
  private static boolean mayBe(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(Content.HEAD, bytes.length), StandardCharsets.UTF_8);
    String start = head.stripLeading();
    return head.contains("://") && !start.startsWith("<") && !start.startsWith("{") && !start.startsWith("[")
        && !start.startsWith("%PDF") && !start.startsWith("PK") && !start.startsWith("{\\rtf")
        && head.indexOf(0) < 0;
  }

  private static String delimiter(List<String> lines) {
    return lines.stream().filter(line -> line.indexOf('\t') >= 0).count() * 2 > lines.size() ? "\t"
        : lines.stream().filter(line -> line.indexOf(';') >= 0).count() * 2 > lines.size() ? ";" : ",";
  }

  /** The first column in which all lines but a header have an address; a text has addresses here and there only. */
  private static Optional<Integer> column(List<String> lines, String delimiter) {
    int widest = lines.stream().mapToInt(line -> fields(line, delimiter).size()).max().orElse(0);
    for (int at = 0; at < widest; at++) {
      int column = at;
      long with = lines.stream().filter(line -> address(line, delimiter, column).isPresent()).count();
      if (with > 0 && with >= lines.size() * 9L / 10 && with >= lines.size() - Math.max(1, lines.size() / 10)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static List<URI> addresses(List<String> lines, String delimiter, int column) {
    Set<URI> found = new LinkedHashSet<>();
    lines.forEach(line -> address(line, delimiter, column).ifPresent(found::add));
    return new ArrayList<>(found);
  }

  private static Optional<URI> address(String line, String delimiter, int column) {
    List<String> fields = fields(line, delimiter);
    return column < fields.size() ? HeaderLine.address(fields.get(column)) : Optional.empty();
  }

  private static List<String> fields(String line, String delimiter) {
    return Arrays.stream(line.split(delimiter)).map(field -> field.strip().replaceAll("^\"|\"$", "")).toList();
  }
}
