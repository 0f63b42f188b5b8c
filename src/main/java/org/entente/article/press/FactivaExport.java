package org.entente.article.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.article.Metadata;
import org.entente.article.header.PublicationDate;

/**
 * What Factiva exports: each article closes with "Document" and its number, the code "AN" before it or not. Before it stand either lines with codes of
 * two letters ("HD", "PD", "LP", "TD") or, without any, headline, byline, "640 words", day, time, paper, its code,
 * language and copyright, one a line, and then the text.
 */
final class FactivaExport implements PressDatabase {

  private static final Pattern END = Pattern.compile("(?:AN\\s+)?Document [A-Z][A-Z0-9]{3,9}\\d{8}[a-z0-9]{8,12}");
  private static final Pattern WORDS = Pattern.compile("\\d[\\d,.]* words");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d\\d(?: ?[AP]M)?(?: [A-Z]{2,4})?");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,10}");
  private static final int HEADER_LINES = 14;

  private final PressLabels labels = new PressLabels("factiva");

  @Override
  public boolean wrote(List<String> lines) {
    return PressParts.any(lines, END);
  }

  @Override
  public List<PressArticle> articles(List<String> lines) {
    List<PressArticle> articles = new ArrayList<>();
    for (List<String> part : PressParts.split(lines, END)) {
      boolean coded = part.stream().anyMatch(line -> line.strip().matches("HD(?:\\s.*)?"));
      (coded ? coded(part) : plain(part)).ifPresent(articles::add);
    }
    return articles;
  }

  private Optional<PressArticle> coded(List<String> lines) {
    Metadata known = Metadata.NONE;
    List<String> body = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    Optional<PressLabels.Labelled> open = Optional.empty();
    boolean inBody = false;
    for (String line : lines) {
      Optional<PressLabels.Labelled> label = labels.withSpace(line).filter(found -> opens(line, found, body));
      if (label.isPresent()) {
        known = with(known, open, value.toString().strip());
        value.setLength(0);
        inBody = label.get().says("body");
        open = label;
      }
      String rest = label.map(PressLabels.Labelled::value).orElse(line);
      if (inBody) {
        body.add(rest);
      } else {
        value.append(' ').append(rest.strip());
      }
    }
    Metadata all = with(known, open, value.toString().strip());
    return all.title().map(title -> new PressArticle(all, body));
  }

  /** Within the text a word in capitals opens nothing, unless it stands as codes do: alone, or with a gap behind it. */
  private static boolean opens(String line, PressLabels.Labelled label, List<String> body) {
    return body.isEmpty() || label.value().isEmpty() || line.strip().matches("[A-Z]{2,3}(?:\\t| {2,}).*");
  }

  private static Metadata with(Metadata known, Optional<PressLabels.Labelled> label, String value) {
    if (label.isEmpty() || value.isEmpty()) {
      return known;
    }
    PressLabels.Labelled found = label.get();
    return found.says("title") ? known.withTitle(value)
        : found.says("author") ? known.withCreators(PressParts.authors(value))
        : found.says("publisher") ? known.withPublisher(Optional.of(value))
        : found.says("date") ? known.withIssued(PublicationDate.dayIn(value))
        : found.says("keywords") ? known.withKeywords(List.of(value)) : known;
  }

  private static Optional<PressArticle> plain(List<String> lines) {
    List<String> told = lines.stream().map(String::strip).toList();
    int words = -1;
    for (int i = 0; i < told.size() && words < 0; i++) {
      words = WORDS.matcher(told.get(i)).matches() ? i : -1;
    }
    List<String> before = told.subList(0, Math.max(0, words)).stream().filter(line -> !line.isEmpty()).toList();
    if (before.isEmpty()) {
      return Optional.empty();
    }
    boolean signed = before.size() > 1 && before.getLast().matches("(?i)by .*");
    String title = before.get(before.size() - (signed ? 2 : 1));
    int body = body(told, words);
    List<String> header = told.subList(words + 1, body).stream().filter(line -> !line.isEmpty()).toList();
    return Optional.of(new PressArticle(
        PressParts.known(title, signed ? PressParts.authors(before.getLast()) : List.of(), paper(header),
            header.stream().filter(PressParts::isDay).findFirst()),
        lines.subList(body, lines.size())));
  }

  /** The text begins behind the copyright line, and where there is none behind the language. */
  private static int body(List<String> lines, int words) {
    int language = words + 1;
    for (int i = words + 1; i < Math.min(lines.size(), words + HEADER_LINES); i++) {
      if (PressParts.isCopyright(lines.get(i))) {
        return i + 1;
      }
      language = lines.get(i).equals("English") ? i + 1 : language;
    }
    return language;
  }

  private static Optional<String> paper(List<String> header) {
    return header.stream()
        .filter(line -> !PressParts.isDay(line) && !TIME.matcher(line).matches() && !CODE.matcher(line).matches())
        .findFirst();
  }
}
