package org.entente.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.article.Article;
import org.entente.reading.Trace;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Undertaking;

/**
 * What went wrong in an evaluation by the stage that erred and the lexicon's entry, or governing word, that it erred
 * with, the most frequent first: an entry that costs more than it brings is seen here, and so is what the lexicon lacks.
 */
public final class ErrorCauses {

  private static final String NO_ENTRY = "(no entry reads it)";

  private final Map<Cause, List<String>> causes = new LinkedHashMap<>();

  /** Who is to blame for an error. */
  private record Cause(String error, String stage, String by) {}

  private ErrorCauses() {}

  /** @param explainer how each event of an article was read */
  public static String of(Evaluation evaluation, Function<Article, List<Trace>> explainer) {
    ErrorCauses all = new ErrorCauses();
    evaluation.documents().forEach(d -> all.document(d, explainer.apply(d.reading().article())));
    return all.table();
  }

  private void document(DocumentResult document, List<Trace> traces) {
    String text = document.reading().article().text();
    document.missed().forEach(row -> missed(row, traces, text));
    document.wrong().forEach(finding -> found("wrong", "event", finding, traces));
    document.pairs().stream().filter(pair -> !pair.hits(Level.FULL)).forEach(pair -> differing(pair, traces));
  }

  /** The stage that left out the sentence's last event, else nobody saw one. */
  private void missed(GoldRow row, List<Trace> traces, String text) {
    String anchor = FoldedText.of(row.anchor());
    List<Trace> here = traces.stream().filter(t -> FoldedText.of(t.sentence().in(text)).contains(anchor)).toList();
    Optional<Trace> sameKind = here.stream().filter(t -> t.kind().equals(row.kind().className())).findFirst();
    Optional<Trace> trace = sameKind.or(() -> here.stream().findFirst());
    String stage = trace.map(t -> switch (t.stage()) {
      case EVENT -> "event";
      case ARGUMENT -> "argument";
      case FACTUALITY -> "factuality";
      case LEARNED -> "learned";
      case NONE -> "merge";
    }).orElse("event");
    String by = trace.map(t -> t.stage() == Trace.Stage.FACTUALITY ? t.decisive().orElse(t.entry()) : t.entry())
        .orElse(NO_ENTRY);
    add(new Cause("missed", stage, by), row.anchor());
  }

  private void differing(Pair pair, List<Trace> traces) {
    String stage = !pair.sameStates() ? "argument" : !pair.sameKind() ? "event" : "factuality";
    found("differs", stage, pair.finding(), traces);
  }

  private void found(String error, String stage, Finding finding, List<Trace> traces) {
    Undertaking undertaking = finding.undertaking();
    Optional<Trace> trace = traces.stream().filter(t -> isOf(t, undertaking)).reduce((first, last) -> last);
    Optional<String> word = stage.equals("factuality") ? trace.flatMap(Trace::decisive) : Optional.empty();
    String by = word.or(() -> trace.map(Trace::entry)).orElse(NO_ENTRY);
    add(new Cause(error, stage, by), undertaking.trigger().map(Evidence::words).orElse(""));
  }

  private static boolean isOf(Trace trace, Undertaking undertaking) {
    return trace.kind().equals(undertaking.kind().className())
        && undertaking.evidence().stream().anyMatch(e -> e.span().overlaps(trace.sentence()))
        && undertaking.trigger().filter(t -> t.words().equals(trace.words())).isPresent();
  }

  private void add(Cause cause, String example) {
    causes.computeIfAbsent(cause, key -> new ArrayList<>()).add(FoldedText.of(example));
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    line(table, "error", "stage", "errors", "entry or word", "for example");
    Comparator<Map.Entry<Cause, List<String>>> often = Comparator.comparingInt(e -> -e.getValue().size());
    Stream<Map.Entry<Cause, List<String>>> sorted = causes.entrySet().stream()
        .sorted(often.thenComparing(e -> e.getKey().toString()));
    sorted.forEach(e -> line(table, e.getKey().error(), e.getKey().stage(), String.valueOf(e.getValue().size()),
        e.getKey().by(), e.getValue().getFirst()));
    return table.toString();
  }

  private static void line(StringBuilder table, String error, String stage, String number, String by, String example) {
    table.append(
        String.format(Locale.ROOT, "%-8s %-11s %6s  %-26s %s", error, stage, number, by, example).stripTrailing())
        .append('\n');
  }
}
