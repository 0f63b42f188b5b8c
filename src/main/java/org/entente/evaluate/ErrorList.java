package org.entente.evaluate;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.text.Span;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;

/**
 * What went wrong in an evaluation, article by article, for whoever improves the reader: each missed row, wrong finding
 * and differing pair, in the order of the text, with its sentence and what gold and loader say of it.
 */
public final class ErrorList {

  private final StringBuilder text = new StringBuilder();

  private ErrorList() {}

  public static String of(Evaluation evaluation) {
    ErrorList list = new ErrorList();
    evaluation.documents().forEach(list::document);
    return list.text.toString();
  }

  private void document(DocumentResult document) {
    Article article = document.reading().article();
    List<Entry> entries = Stream.of(
        document.missed().stream().map(row -> missed(article, row)),
        document.wrong().stream().map(ErrorList::wrong),
        document.pairs().stream().filter(pair -> !pair.differences().isEmpty()).map(ErrorList::differing))
        .flatMap(entry -> entry)
        .sorted(Comparator.comparingInt(Entry::offset).thenComparing(Entry::text))
        .toList();
    line("=== %s: %d rows, %d found, hits %s; missed %d, wrong %d",
        document.gold().name(), document.gold().rows().size(), document.pairs().size() + document.wrong().size(),
        hits(document), document.missed().size(), document.wrong().size());
    entries.forEach(entry -> text.append(entry.text()).append('\n'));
  }

  private static String hits(DocumentResult document) {
    return Arrays.stream(Level.values())
        .map(level -> "(" + level.letter() + ") " + document.hits(level))
        .collect(Collectors.joining(" "));
  }

  private static Entry missed(Article article, GoldRow row) {
    Optional<Span> anchor = anchor(article, row);
    String sentence = anchor.map(span -> sentence(article, span)).orElse("(not in the text as it was read)");
    int offset = anchor.map(Span::start).orElse(Integer.MAX_VALUE);
    return new Entry(offset,
        "MISSED  %s\n  gold   %s\n%s".formatted(row.id(), columns(row), quote(sentence, row.anchor())));
  }

  private static Entry wrong(Finding finding) {
    Undertaking undertaking = finding.undertaking();
    return new Entry(
        undertaking.evidence().getFirst().span().start(),
        "WRONG   #%d\n  found  %s\n%s".formatted(undertaking.ordinal(), columns(finding), quotes(finding)));
  }

  private static Entry differing(Pair pair) {
    String marks = pair.passedOffAsEvent() ? "   PASSED OFF AS AN EVENT" : "";
    return new Entry(
        pair.finding().undertaking().evidence().getFirst().span().start(),
        "%s  %s #%d differ in %s%s\n  gold   %s\n  found  %s\n%s".formatted(
            pair.hits(Level.FULL) ? "DETAIL" : "DIFFER", pair.row().id(), pair.finding().undertaking().ordinal(),
            String.join(", ", pair.differences()), marks, columns(pair.row()), columns(pair.finding()),
            quote(passage(pair), pair.row().anchor()))
            + trigger(pair.finding()));
  }

  private static String passage(Pair pair) {
    String anchor = FoldedText.of(pair.row().anchor());
    return pair.finding().passages().stream().filter(p -> p.contains(anchor)).findFirst().orElseThrow();
  }

  private static String columns(GoldRow row) {
    return columns(
        String.join("+", row.states()), row.kind().className(), row.status(), row.field(), row.when(), row.places());
  }

  private static String columns(Finding finding) {
    Undertaking undertaking = finding.undertaking();
    return columns(
        String.join("+", finding.states()), undertaking.kind().className(), undertaking.status(), finding.mainField(),
        undertaking.when(), finding.places());
  }

  private static String columns(
      String states, String kind, Status status, String field, Optional<TimeInterval> when, List<String> places) {
    return "%-15s %-13s %-12s %-16s %-24s %s".formatted(
        states.isEmpty() ? "-" : states, kind, status.conceptName(), field,
        when.map(i -> i.earliest() + ".." + i.latest()).orElse("-"),
        places.isEmpty() ? "-" : String.join("; ", places));
  }

  private static String quotes(Finding finding) {
    return finding.passages().stream().map(passage -> quote(passage, "")).collect(Collectors.joining())
        + trigger(finding);
  }

  /** The sentence, with the anchor marked in it. */
  private static String quote(String sentence, String anchor) {
    String folded = FoldedText.of(sentence);
    String mark = FoldedText.of(anchor);
    return "  says   " + (mark.isEmpty() ? folded : folded.replace(mark, ">" + mark + "<")) + "\n";
  }

  private static String trigger(Finding finding) {
    return finding.undertaking().trigger().map(t -> "  by     " + FoldedText.of(t.words()) + "\n").orElse("");
  }

  /** Where the anchor stands in the text, whatever white space parts its words there. */
  private static Optional<Span> anchor(Article article, GoldRow row) {
    String words = Arrays.stream(FoldedText.of(row.anchor()).split(" "))
        .map(Pattern::quote)
        .collect(Collectors.joining("[\\s\\p{Z}]+"));
    Matcher matcher = Pattern.compile(words).matcher(article.text());
    return matcher.find() ? Optional.of(new Span(matcher.start(), matcher.end())) : Optional.empty();
  }

  private static String sentence(Article article, Span anchor) {
    Span block = article.blocks().stream()
        .filter(b -> b.start() <= anchor.start() && anchor.end() <= b.end())
        .map(ErrorList::span)
        .findFirst()
        .orElse(new Span(0, article.text().length()));
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    String words = block.in(article.text());
    sentences.setText(words);
    int start = anchor.start() - block.start();
    int from = sentences.isBoundary(start) ? start : sentences.preceding(start);
    int to = sentences.following(Math.min(anchor.end() - block.start(), words.length()) - 1);
    return words.substring(Math.max(from, 0), to == BreakIterator.DONE ? words.length() : to);
  }

  private static Span span(Block block) {
    return new Span(block.start(), block.end());
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  /** One error, with the offset that it is sorted by. */
  private record Entry(int offset, String text) {}
}
