package org.entente.article.press;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.entente.article.Metadata;
import org.entente.article.header.HeaderLine;

/**
 * What LexisNexis exports. Of old "1 of 20 DOCUMENTS" stands before each article, then the paper, the day and labelled
 * lines ("LENGTH: 640 words"); Nexis Uni has headline, paper and day, labelled lines, "Body", and closes with "End of
 * Document". What follows the labels is the text, up to the labels that close it ("LOAD-DATE", "Classification").
 */
final class LexisExport implements PressDatabase {

  private static final Pattern BEGIN =
      Pattern.compile("(?i)\\d+ of \\d+ documents?|document \\d+ of \\d+|dokument \\d+ von \\d+");
  private static final Pattern END = Pattern.compile("(?i)end of document");
  private static final Pattern LENGTH = Pattern.compile("(?i)length: ?\\d[\\d,.]* ?(?:words|w\\S*)");
  private static final Pattern EDITION = Pattern.compile("(?i).*\\b(?:edition|final|correction appended)\\b.*");

  private final PressLabels labels = new PressLabels("lexis");

  @Override
  public boolean wrote(List<String> lines) {
    boolean marked = PressParts.any(lines, BEGIN) || PressParts.any(lines, END);
    return marked && lines.stream().anyMatch(line -> LENGTH.matcher(line.strip()).lookingAt());
  }

  @Override
  public List<PressArticle> articles(List<String> lines) {
    Pattern mark = PressParts.any(lines, END) ? END : BEGIN;
    return PressParts.split(lines, mark).stream().flatMap(part -> article(part).stream()).toList();
  }

  private Optional<PressArticle> article(List<String> lines) {
    int length = index(lines, 0, line -> LENGTH.matcher(line.strip()).lookingAt());
    if (length < 0) {
      return Optional.empty();
    }
    int declared = index(lines, length, line -> says(line, "body"));
    int body = (declared < 0 ? lastLabel(lines, length) : declared) + 1;
    int end = index(lines, body, line -> says(line, "end"));
    List<String> text = new ArrayList<>(lines.subList(body, end < 0 ? lines.size() : end));
    text.removeIf(PressParts::isCopyright);
    return title(lines.subList(0, body)).map(title -> new PressArticle(known(title, lines, body), text));
  }

  /** The last of the labelled lines that stand together after the length: the text begins behind them. */
  private int lastLabel(List<String> lines, int length) {
    int last = length;
    for (int i = length + 1; i < lines.size() && (lines.get(i).isBlank() || isHeaderLabel(lines.get(i))); i++) {
      last = lines.get(i).isBlank() ? last : i;
    }
    return last;
  }

  private boolean isHeaderLabel(String line) {
    return line.indexOf(':') > 0 && labels.withColon(line).filter(found -> !found.says("end")).isPresent();
  }

  private boolean says(String line, String meaning) {
    return labels.withColon(line).filter(found -> found.says(meaning)).isPresent();
  }

  private static int index(List<String> lines, int from, Predicate<String> wanted) {
    for (int i = from; i < lines.size(); i++) {
      if (wanted.test(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private Metadata known(String title, List<String> lines, int body) {
    List<String> header = lines.subList(0, body);
    int day = day(header);
    Optional<String> publisher = before(header, day).map(header::get).map(String::strip);
    Metadata known =
        PressParts.known(title, labelled(header, "author").map(PressParts::authors).orElse(List.of()), publisher,
            day < 0 ? Optional.empty() : Optional.of(header.get(day)));
    Optional<URI> url = labelled(lines.subList(body, lines.size()), "url").flatMap(HeaderLine::address);
    return known.withUrl(url).withKeywords(labelled(header, "keywords").map(s -> List.of(s.split("\\s*;\\s*")))
        .orElse(List.of()));
  }

  /** The value of a label, which may go on in the next lines. */
  private Optional<String> labelled(List<String> lines, String meaning) {
    int at = index(lines, 0, line -> line.indexOf(':') > 0 && says(line, meaning));
    if (at < 0) {
      return Optional.empty();
    }
    StringBuilder value = new StringBuilder(labels.withColon(lines.get(at)).orElseThrow().value());
    for (int i = at + 1; i < lines.size() && !lines.get(i).isBlank() && labels.withColon(lines.get(i)).isEmpty(); i++) {
      value.append(' ').append(lines.get(i).strip());
    }
    return Optional.of(value.toString().strip()).filter(found -> !found.isEmpty());
  }

  /** The day nearest to the labels: a list of contents before the first article has days too. */
  private static int day(List<String> header) {
    for (int i = header.size() - 1; i >= 0; i--) {
      if (PressParts.isDay(header.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Integer> before(List<String> lines, int from) {
    for (int i = from - 1; i >= 0; i--) {
      if (!lines.get(i).isBlank()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Labelled; or, of old, between day and labels; or, in newer exports, over the paper's name. */
  private Optional<String> title(List<String> header) {
    Optional<String> labelled = labelled(header, "title");
    if (labelled.isPresent()) {
      return labelled;
    }
    int day = day(header);
    StringBuilder between = new StringBuilder();
    for (int i = day + 1; day >= 0 && i < header.size() && !isHeaderLabel(header.get(i)); i++) {
      boolean title = !PressParts.isCopyright(header.get(i)) && !EDITION.matcher(header.get(i)).matches();
      between.append(title ? " " + header.get(i).strip() : "");
    }
    return Optional.of(between.toString().strip()).filter(title -> !title.isEmpty())
        .or(() -> before(header, day).flatMap(paper -> before(header, paper)).map(header::get).map(String::strip));
  }
}
