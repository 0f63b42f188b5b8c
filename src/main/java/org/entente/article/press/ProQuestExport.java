package org.entente.article.press;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.article.Metadata;
import org.entente.article.header.HeaderLine;

/**
 * What ProQuest exports as text: articles parted by "Document 1 of 20" or a drawn line, each with its headline, then
 * labelled fields, of which "Full text:" is the text.
 */
final class ProQuestExport implements PressDatabase {

  private static final Pattern BEGIN = Pattern.compile("Document \\d+ of \\d+|_{20,}");
  private static final Pattern TEXT = Pattern.compile("(?i)full text: ?.*");
  private static final Pattern SIGN = Pattern.compile("(?i)proquest document (?:id|link).*|.*\\bproquest\\.com/.*");

  private final PressLabels labels = new PressLabels("proquest");

  @Override
  public boolean wrote(List<String> lines) {
    return lines.stream().anyMatch(line -> TEXT.matcher(line.strip()).lookingAt())
        && lines.stream().anyMatch(line -> SIGN.matcher(line.strip()).matches());
  }

  @Override
  public List<PressArticle> articles(List<String> lines) {
    return PressParts.split(lines, BEGIN).stream().flatMap(part -> article(part).stream()).toList();
  }

  private Optional<PressArticle> article(List<String> lines) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> body = new ArrayList<>();
    boolean inBody = false;
    for (String line : lines) {
      Optional<PressLabels.Labelled> label = line.indexOf(':') > 0 ? labels.withColon(line) : Optional.empty();
      label.ifPresent(found -> found.meanings().forEach(m -> fields.putIfAbsent(m, found.value())));
      inBody = label.map(found -> found.says("body")).orElse(inBody)
          && label.filter(found -> !found.says("body")).isEmpty();
      if (inBody) {
        body.add(label.map(PressLabels.Labelled::value).orElse(line));
      }
    }
    Optional<String> title = Optional.ofNullable(fields.get("title"))
        .or(() -> lines.stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst());
    return body.isEmpty() ? Optional.empty() : title.map(headline -> new PressArticle(known(headline, fields), body));
  }

  private static Metadata known(String title, Map<String, String> fields) {
    return PressParts.known(title, PressParts.authors(fields.getOrDefault("author", "")),
        Optional.ofNullable(fields.get("publisher")), Optional.ofNullable(fields.get("date")))
        .withUrl(Optional.ofNullable(fields.get("url")).<URI>flatMap(HeaderLine::address));
  }
}
