package org.entente.article.press;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.entente.article.header.HeaderLine;
import org.entente.article.header.PublicationDate;

/**
 * What ProQuest exports for a word processor or a browser: of each article the headline, a line with author, paper and day,
 * "ProQuest document link", and under headings of their own abstract, "FULL TEXT" and "DETAILS", a table of fields whose
 * values stand behind their labels or below. Articles are not numbered. Of a page that was only photographed there is no text.
 */
final class ProQuestReport implements PressDatabase {

  private final PressLabels labels = new PressLabels("proquest-report");

  @Override
  public boolean wrote(List<String> lines) {
    return lines.stream().anyMatch(line -> isHeading(line, "link"))
        && lines.stream().anyMatch(line -> isHeading(line, "body"));
  }

  @Override
  public List<PressArticle> articles(List<String> lines) {
    List<String> told = lines.stream().filter(line -> !line.isBlank()).toList();
    List<Integer> links =
        IntStream.range(1, told.size()).filter(i -> isHeading(told.get(i), "link")).boxed().toList();
    List<Integer> starts = links.stream().map(link -> headline(told, link)).toList();
    List<PressArticle> articles = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : told.size();
      articles.add(article(told.subList(starts.get(i), links.get(i)), told.subList(links.get(i) + 1, end)));
    }
    return articles;
  }

  /** Of an article over whose link there is a line with the day, it stands above that; else there is no such line. */
  private int headline(List<String> lines, int link) {
    boolean byline = link > 1 && PublicationDate.dayIn(lines.get(link - 1)).isPresent()
        && labels.withColon(lines.get(link - 2)).isEmpty() && PublicationDate.dayIn(lines.get(link - 2)).isEmpty();
    return link - (byline ? 2 : 1);
  }

  private PressArticle article(List<String> head, List<String> rest) {
    int body = index(rest, line -> isHeading(line, "body"));
    int details = index(rest, line -> isHeading(line, "details"));
    List<String> text =
        body < 0 ? List.of() : rest.subList(body + 1, details > body ? details : rest.size());
    Map<String, String> fields = fields(rest.subList(Math.max(0, details + 1), rest.size()));
    List<String> paragraphs = text.stream().flatMap(line -> List.of(line, "").stream()).toList();
    return new PressArticle(
        PressParts.known(head.getFirst().strip(), PressParts.authors(fields.getOrDefault("author", "")),
            Optional.ofNullable(fields.get("publisher")),
            Optional.ofNullable(fields.get("date")).or(() -> Optional.of(head.getLast())))
            .withUrl(Optional.ofNullable(fields.get("url")).<URI>flatMap(HeaderLine::address)),
        paragraphs);
  }

  private Map<String, String> fields(List<String> lines) {
    Map<String, String> fields = new HashMap<>();
    Set<String> open = Set.of();
    for (String line : lines) {
      Optional<PressLabels.Labelled> label = line.indexOf(':') > 0 ? labels.withColon(line) : Optional.empty();
      Set<String> meanings = label.map(PressLabels.Labelled::meanings).orElse(open);
      String value = label.map(PressLabels.Labelled::value).orElse(line.strip());
      if (!value.isEmpty()) {
        meanings.forEach(meaning -> fields.putIfAbsent(meaning, value));
      }
      open = value.isEmpty() ? meanings : Set.of();
    }
    return fields;
  }

  private boolean isHeading(String line, String meaning) {
    return line.indexOf(':') < 0 && labels.withColon(line).filter(found -> found.says(meaning)).isPresent();
  }

  private static int index(List<String> lines, Predicate<String> wanted) {
    return IntStream.range(0, lines.size()).filter(i -> wanted.test(lines.get(i))).findFirst().orElse(-1);
  }
}
